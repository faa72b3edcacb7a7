using Harvis.Model.Environments;
using Harvis.Model.Runners;
using Harvis.Model.Targets;
using Harvis.Model.Triggers;

namespace Harvis.Engine.Dsl;

public sealed partial record TargetDefinition
{
    internal Stage? PipelineStage { get; init; }

    internal RunnerNode? Runner { get; init; }

    internal IReadOnlyList<Trigger> PipelineTriggers { get; init; } = [];

    internal DeliveryEnvironment? ChangedEnvironment { get; init; }

    internal IReadOnlyList<ResourceUse> UsedResources { get; init; } = [];

    internal IReadOnlyList<Permission> NeededPermissions { get; init; } = [];

    internal IReadOnlyList<string> SecretNames { get; init; } = [];

    /// <summary>The part of the pipeline that the target belongs to.</summary>
    public TargetDefinition Stage(Stage stage) => this with { PipelineStage = stage };

    /// <summary>The machine whose runner the target needs on CI; null for any.</summary>
    public TargetDefinition RunsOn(RunnerNode? runner) => this with { Runner = runner };

    /// <summary>What starts the target on CI.</summary>
    public TargetDefinition On(params Trigger[] triggers) => this with { PipelineTriggers = [.. PipelineTriggers, .. triggers] };

    /// <summary>The environment that the target changes.</summary>
    public TargetDefinition In(DeliveryEnvironment environment) => this with { ChangedEnvironment = environment };

    /// <summary>A resource that the target holds while it runs; never more of it is held than there is.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="count">How much of it; 1 by default.</param>
    public TargetDefinition Uses(Resource resource, int count = 1) =>
        this with { UsedResources = [.. UsedResources, new ResourceUse(resource, count)] };

    /// <summary>What the target's CI job may do beyond reading the code.</summary>
    public TargetDefinition Permissions(params Permission[] permissions) => this with { NeededPermissions = [.. NeededPermissions, .. permissions] };

    /// <summary>The secrets that the target's CI job gets, by the names of their parameters.</summary>
    public TargetDefinition Secrets(params string[] names) => this with { SecretNames = [.. SecretNames, .. names] };
}
