using System.Net;

namespace Harvis.Testing.Registries.Faults;

/// <summary>Something that goes wrong at a <see cref="FakeRegistry"/>. Closed: the records in this type.</summary>
public abstract record RegistryFault
{
    private protected RegistryFault()
    {
    }

    /// <summary>The request isn't done and answered with a status: 401, 404, 429, 500, 503.</summary>
    /// <param name="Code">The status.</param>
    /// <param name="ErrorCode">The code in the body such as <c>TOOMANYREQUESTS</c>; null for an empty body.</param>
    public sealed record Status(HttpStatusCode Code, string? ErrorCode = null) : RegistryFault
    {
        /// <summary>The Retry-After header, seconds or an HTTP date; null for none.</summary>
        public string? RetryAfter { get; init; }
    }

    /// <summary>The request isn't done and answered with 401, as if its credentials were no longer good.</summary>
    /// <param name="Header">The WWW-Authenticate header, such as <c>Bearer realm="https://registry.example/token"</c>.</param>
    public sealed record Challenge(string Header) : RegistryFault;

    /// <summary>The connection is reset when this many bytes of the request's body were taken; an upload keeps them.</summary>
    /// <param name="AfterBytes">How many, counted within the request; 0 or more.</param>
    public sealed record CutUpload(long AfterBytes) : RegistryFault;

    /// <summary>The request is done, and the connection reset when this many bytes of the answer's body were sent.</summary>
    /// <param name="AfterBytes">How many; 0 or more.</param>
    public sealed record CutDownload(long AfterBytes) : RegistryFault;

    /// <summary>The request is done, and the connection reset before anything is answered.</summary>
    public sealed record CutBeforeAnswer : RegistryFault;

    /// <summary>The request is done, and the Docker-Content-Digest header of the answer names other content.</summary>
    public sealed record WrongDigestHeader : RegistryFault;

    /// <summary>The request is done, and one byte of the answer's body is another.</summary>
    public sealed record WrongBody : RegistryFault;

    /// <summary>The answer comes late.</summary>
    /// <param name="Delay">How late, on the registry's clock.</param>
    public sealed record Slow(TimeSpan Delay) : RegistryFault;

    /// <summary>No answer comes while the client waits.</summary>
    public sealed record Silence : RegistryFault;

    /// <summary>The client is sent elsewhere (307), as registries do whose blobs are in an object store.</summary>
    /// <param name="Address">Where to.</param>
    public sealed record Redirect(Uri Address) : RegistryFault;
}
