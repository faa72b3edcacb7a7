namespace Harvis.Model.Workloads;

/// <summary>
/// What an environment variable holds. Closed. A reference to another workload or to a secret is typed, so it follows renames and prefixes
/// and can't name what doesn't exist.
/// </summary>
public abstract record VariableValue
{
    private VariableValue()
    {
    }

    /// <summary>A text as it is. Never a secret.</summary>
    public static implicit operator VariableValue(string text) => new Text(text);

    /// <summary>The host name by which the other workload is reached.</summary>
    public static VariableValue HostOf(Workload workload) => new Host(workload);

    /// <summary>The port of the other workload.</summary>
    public static VariableValue PortOf(Workload workload) => new PortNumber(workload);

    /// <summary>The HTTP address of the other workload.</summary>
    public static VariableValue UrlOf(Workload workload) => new Url(workload);

    /// <summary>The path of a file that holds the secret.</summary>
    public static VariableValue FileOf(WorkloadSecret secret) => new SecretFile(secret);

    /// <summary>The name of the environment.</summary>
    public static VariableValue EnvironmentName { get; } = new NameOfEnvironment();

    /// <summary>The log level of the environment, in capitals.</summary>
    public static VariableValue LogLevel { get; } = new LevelOfLogs();

    /// <summary>A literal text.</summary>
    public sealed record Text(string Value) : VariableValue;

    /// <summary>Another workload's host name.</summary>
    public sealed record Host(Workload Workload) : VariableValue;

    /// <summary>Another workload's port.</summary>
    public sealed record PortNumber(Workload Workload) : VariableValue;

    /// <summary>Another workload's HTTP address.</summary>
    public sealed record Url(Workload Workload) : VariableValue;

    /// <summary>The path of a mounted secret.</summary>
    public sealed record SecretFile(WorkloadSecret Secret) : VariableValue;

    /// <summary>The environment's name.</summary>
    public sealed record NameOfEnvironment : VariableValue;

    /// <summary>The environment's log level.</summary>
    public sealed record LevelOfLogs : VariableValue;
}
