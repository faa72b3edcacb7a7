using System.Net;
using Harvis.Containers.Registries.Authentication;

namespace Harvis.Containers.Registries.Transport;

/// <summary>A request that can be made again.</summary>
internal sealed record RegistryRequest(RegistryEndpoint Endpoint, HttpMethod Method, Uri Address, TokenScope Scope)
{
    /// <summary>Header names and values.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>Makes the body anew for each attempt.</summary>
    public Func<HttpContent>? Body { get; init; }

    /// <summary>Whether it is tried again after a fault that may pass; otherwise the caller sees the fault.</summary>
    public bool IsRepeated { get; init; } = true;

    /// <summary>The statuses that the caller understands; all others are exceptions.</summary>
    public IReadOnlyList<HttpStatusCode> Expected { get; init; } = [HttpStatusCode.OK];
}
