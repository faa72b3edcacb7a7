using Harvis.Model.Names;

namespace Harvis.Model.Targets;

/// <summary>A part of the pipeline; small targets of one stage can share a CI job.</summary>
/// <param name="Name">Its name; stages are ordered by the targets in them.</param>
public sealed record Stage(string Name) : INamed
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}
