using Harvis.Model.Images;
using Harvis.Model.Names;

namespace Harvis.Model.Workloads;

/// <summary>A program of the application that runs in an environment: one image, its ports, variables, volumes and health.</summary>
public sealed record Workload : INamed
{
    /// <summary>A workload that others reach by this name.</summary>
    /// <exception cref="FormatException">It isn't a DNS label.</exception>
    public Workload(string name) => Name = DnsLabel.Parse(name).ToString();

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>The image it runs.</summary>
    public required ContainerImage Image { get; init; }

    /// <summary>The port it listens on, 1 to 65535.</summary>
    public required int Port { get; init; }

    /// <summary>The port of this machine that reaches it in a Compose environment; null where only other workloads reach it.</summary>
    public int? PublishedPort { get; init; }

    /// <summary>Its environment variables.</summary>
    public IReadOnlyDictionary<string, VariableValue> Variables { get; init; } = new Dictionary<string, VariableValue>();

    /// <summary>What must be healthy before it starts.</summary>
    public IReadOnlyList<Workload> Needs { get; init; } = [];

    /// <summary>What it keeps across restarts.</summary>
    public IReadOnlyList<WorkloadVolume> Volumes { get; init; } = [];

    /// <summary>Paths it may write to that don't outlive it; with any, the rest of its file system is read-only.</summary>
    public IReadOnlyList<string> ScratchPaths { get; init; } = [];

    /// <inheritdoc/>
    public override string ToString() => Name;
}
