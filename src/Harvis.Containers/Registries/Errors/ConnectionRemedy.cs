using Harvis.Engine.Http;

namespace Harvis.Containers.Registries.Errors;

/// <summary>What to do where a registry gave no answer.</summary>
internal static class ConnectionRemedy
{
    public static string For(Exception fault) => fault switch
    {
        _ when ConnectionFault.IsDistrust(fault) => "Add the registry's certificate authority to the system's store; if it speaks plain HTTP, declare it with Insecure = true.",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => "If the registry speaks plain HTTP, declare it with Insecure = true.",
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => "Check the registry's name and the machine's DNS.",
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => "Check that the registry runs, its port, and what is between it and this machine.",
        _ => "Check the registry's log and the network, then run this again.",
    };
}
