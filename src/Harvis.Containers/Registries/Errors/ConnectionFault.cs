using System.Net.Sockets;
using System.Security.Authentication;

namespace Harvis.Containers.Registries.Errors;

/// <summary>Tells why there was no answer, and whether asking again can help.</summary>
internal static class ConnectionFault
{
    /// <summary>Whether this is a fault of the connection, and not of this program.</summary>
    public static bool Is(Exception fault) => fault is HttpRequestException or IOException or SocketException or TimeoutException;

    /// <summary>Whether trying again can help; a certificate that isn't trusted stays so.</summary>
    public static bool IsPassing(Exception fault) => Is(fault) && !HasCause<AuthenticationException>(fault);

    /// <summary>What happened, in a few words without a host name, which the address already says.</summary>
    public static string Describe(Exception fault) => fault switch
    {
        TimeoutException => fault.Message,
        _ when HasCause<AuthenticationException>(fault) => "no secure connection",
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => "no such host",
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => "no connection",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => "no secure connection",
        _ => "the connection was cut",
    };

    /// <summary>What to do about it.</summary>
    public static string Remedy(Exception fault) => fault switch
    {
        _ when HasCause<AuthenticationException>(fault) => "Add the registry's certificate authority to the system's store; if it speaks plain HTTP, declare it with Insecure = true.",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => "If the registry speaks plain HTTP, declare it with Insecure = true.",
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => "Check the registry's name and the machine's DNS.",
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => "Check that the registry runs, its port, and what is between it and this machine.",
        _ => "Check the registry's log and the network, then run this again.",
    };

    static bool HasCause<T>(Exception? fault)
        where T : Exception
    {
        for (; fault is not null; fault = fault.InnerException)
        {
            if (fault is T) return true;
        }

        return false;
    }
}
