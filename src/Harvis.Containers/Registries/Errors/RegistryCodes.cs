using Harvis.Model.Diagnostics;

namespace Harvis.Containers.Registries.Errors;

/// <summary>The codes of what can go wrong with a registry.</summary>
public static class RegistryCodes
{
    /// <summary>HRV6001: the registry answered with an error, after all retries where retrying could help.</summary>
    public static DiagnosticCode Refused { get; } = new(6001);

    /// <summary>HRV6002: no answer: no such host, nothing listening, a cut connection, no trusted certificate, too slow.</summary>
    public static DiagnosticCode NotReachable { get; } = new(6002);

    /// <summary>HRV6003: the registry or its token service wants other credentials (401), or these aren't allowed to do it (403).</summary>
    public static DiagnosticCode Unauthorized { get; } = new(6003);

    /// <summary>HRV6004: bytes or an announced digest aren't what the digest asked for says.</summary>
    public static DiagnosticCode DigestMismatch { get; } = new(6004);

    /// <summary>HRV6005: too many requests (429), still after all retries.</summary>
    public static DiagnosticCode TooManyRequests { get; } = new(6005);

    /// <summary>HRV6006: there is no such manifest, blob or repository.</summary>
    public static DiagnosticCode NotFound { get; } = new(6006);

    /// <summary>HRV6007: the answer isn't what the distribution specification says; perhaps this is no registry.</summary>
    public static DiagnosticCode UnexpectedAnswer { get; } = new(6007);

    /// <summary>HRV6008: the Docker configuration or a credential helper can't be read.</summary>
    public static DiagnosticCode CredentialsUnreadable { get; } = new(6008);

    /// <summary>HRV6009: the content to upload can't be read, or isn't as long as it was said to be.</summary>
    public static DiagnosticCode SourceUnreadable { get; } = new(6009);
}
