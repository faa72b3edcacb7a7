using Harvis.Model.Names;

namespace Harvis.Model.Targets;

/// <summary>A part of the pipeline; small targets of one stage can share a CI job.</summary>
/// <param name="Name">Its name; stages are ordered by the targets in them.</param>
public sealed record Stage(string Name) : INamed
{
    /// <summary>
    /// Whether its targets share one CI job where their runner, environment and triggers are the same: small ones, whose jobs would cost more
    /// than their work. On CI they succeed or fail together. The default is false: each target is a job of its own.
    /// </summary>
    public bool IsOneJob { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
