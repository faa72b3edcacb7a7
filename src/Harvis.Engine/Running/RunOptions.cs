namespace Harvis.Engine.Running;

/// <summary>How a run was asked for.</summary>
public sealed record RunOptions
{
    /// <summary>The most nodes that run side by side by default: most of them wait for processes and networks, so it is well above the number of cores.</summary>
    public const int DefaultParallelism = 16;

    /// <summary>The most nodes that run side by side; 1 to 1024.</summary>
    public int Parallelism { get; init; } = DefaultParallelism;

    /// <summary>Whether nothing is to be changed.</summary>
    public bool DryRun { get; init; }

    /// <summary>Whether the last run is resumed.</summary>
    public bool Continue { get; init; }

    /// <summary>Whether missing tools are installed.</summary>
    public bool Provision { get; init; }

    /// <summary>Whether generated files are only compared.</summary>
    public bool Check { get; init; }

    /// <summary>How long always-run targets may take after the run was cancelled. The default is one minute.</summary>
    public TimeSpan CleanupTime { get; init; } = TimeSpan.FromMinutes(1);
}
