using Harvis.Model.Names;
using Harvis.Model.Workloads;

namespace Harvis.Model.Environments;

/// <summary>Where the application is delivered to: dev, staging, prod.</summary>
public sealed record DeliveryEnvironment : INamed
{
    /// <summary>An environment with this name.</summary>
    /// <exception cref="FormatException">It isn't a DNS label.</exception>
    public DeliveryEnvironment(string name) => Name = DnsLabel.Parse(name).ToString();

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>The engine that runs it. The default is Docker Compose on this machine.</summary>
    public DeliveryEngine Engine { get; init; } = DeliveryEngine.Compose;

    /// <summary>What runs there, in declaration order.</summary>
    public IReadOnlyList<Workload> Workloads { get; init; } = [];

    /// <summary>How much its workloads log. The default is <see cref="LogLevel.Info"/>.</summary>
    public LogLevel LogLevel { get; init; } = LogLevel.Info;

    /// <summary>What is requested to see that it works, after each delivery.</summary>
    public IReadOnlyList<SmokeTest> SmokeTests { get; init; } = [];

    /// <summary>Whether a person must approve each delivery on CI before its jobs run. The default is false.</summary>
    public bool RequiresApproval { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
