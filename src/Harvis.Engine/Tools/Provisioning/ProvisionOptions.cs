namespace Harvis.Engine.Tools.Provisioning;

/// <summary>Limits of provisioning.</summary>
public sealed record ProvisionOptions
{
    /// <summary>An absolute path where a folder with temporary files may be made; the files are removed at the end.</summary>
    public required string TemporaryFolder { get; init; }

    /// <summary>Whether to say what would be done and do nothing. The default is false.</summary>
    public bool DryRun { get; init; }

    /// <summary>How long one command that downloads or installs may take. The default is 15 minutes.</summary>
    public TimeSpan CommandTimeout { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How long a started engine may take until it answers. The default is 60 seconds.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long to wait for another process that installs packages. The default is 120 seconds.</summary>
    public TimeSpan LockTimeout { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>The waits before a command is tried again after a failure of the network. The default is 2 and 8 seconds: three tries.</summary>
    public IReadOnlyList<TimeSpan> RetryDelays { get; init; } = [TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(8)];
}
