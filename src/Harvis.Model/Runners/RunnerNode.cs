using Harvis.Model.Images;
using Harvis.Model.Names;

namespace Harvis.Model.Runners;

/// <summary>A machine that runs jobs: its host name, what its runner is selected by, and its hardware.</summary>
public sealed record RunnerNode : INamed
{
    /// <summary>A node that the pipeline calls by this name.</summary>
    /// <exception cref="FormatException">It isn't a DNS label.</exception>
    public RunnerNode(string name) => Name = DnsLabel.Parse(name).ToString();

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>Its host name in the cluster; empty for a machine that the CI system provides.</summary>
    public required string Host { get; init; }

    /// <summary>Whether the CI system provides it, new for each job. The default is false: it is the team's own.</summary>
    public bool IsHosted { get; init; }

    /// <summary>What selects its runner.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>How many GPUs it has; 0 by default.</summary>
    public int Gpus { get; init; }

    /// <summary>What its images must run on. The default is <c>linux/amd64</c>.</summary>
    public Platform Platform { get; init; } = Platform.LinuxAmd64;

    /// <inheritdoc/>
    public override string ToString() => Name;
}
