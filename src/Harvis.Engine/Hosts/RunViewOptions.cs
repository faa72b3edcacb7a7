namespace Harvis.Engine.Hosts;

/// <summary>How a run is shown.</summary>
public sealed record RunViewOptions
{
    /// <summary>Whether entries of level Debug are shown, and the whole log of every target.</summary>
    public bool Verbose { get; init; }

    /// <summary>A folder for what doesn't fit into memory; made where it is needed.</summary>
    public required string TemporaryFolder { get; init; }
}
