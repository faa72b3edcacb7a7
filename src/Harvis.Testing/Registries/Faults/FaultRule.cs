namespace Harvis.Testing.Registries.Faults;

/// <summary>Which requests a fault hits. The first rule that fits a request is used; each use counts.</summary>
/// <param name="Fault">What goes wrong.</param>
public sealed record FaultRule(RegistryFault Fault)
{
    /// <summary>The method of the requests; null for any.</summary>
    public HttpMethod? Method { get; init; }

    /// <summary>A part of their path, such as <c>/manifests/</c>; null for any path.</summary>
    public string? PathPart { get; init; }

    /// <summary>How many fitting requests are let through first. The default is 0.</summary>
    public int Skip { get; init; }

    /// <summary>How many are hit then. The default is 1; <see cref="int.MaxValue"/> for all.</summary>
    public int Times { get; init; } = 1;

    internal bool Fits(string method, string path) =>
        (Method is null || Method.Method == method) && (PathPart is null || path.Contains(PathPart, StringComparison.Ordinal));
}
