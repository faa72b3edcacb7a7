using Harvis.Engine.Environments;

namespace Harvis.Engine.Running;

/// <summary>What every node of a run shares.</summary>
sealed record RunServices
{
    /// <summary>The repository's root, absolute.</summary>
    public required string Root { get; init; }

    /// <summary>The folder for what needn't be kept, absolute.</summary>
    public required string Temporary { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>The environment variables.</summary>
    public required IEnvironment Environment { get; init; }

    /// <summary>How the run was asked for.</summary>
    public required RunOptions Options { get; init; }
}
