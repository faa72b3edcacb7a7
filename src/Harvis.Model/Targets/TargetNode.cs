using Harvis.Model.Ci;
using Harvis.Model.Diagnostics;
using Harvis.Model.Environments;
using Harvis.Model.Runners;
using Harvis.Model.Triggers;

namespace Harvis.Model.Targets;

/// <summary>
/// What runs as one: a target, one item of a target that is declared for each of several, or the node that joins those items.
/// Other nodes are named, never pointed to, so a graph can be read, compared and written.
/// </summary>
public sealed record TargetNode
{
    /// <summary>The separator between a target's name and its item: <c>BuildImages:jarvis-backend</c>.</summary>
    public const char ItemSeparator = ':';

    /// <summary>Its unique name: the target's, or <c>target:item</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The target it belongs to.</summary>
    public required string Target { get; init; }

    /// <summary>The item it is for, or null.</summary>
    public string? Item { get; init; }

    /// <summary>The nodes that it joins: the items of its target. Empty for any other node.</summary>
    public IReadOnlyList<string> Joins { get; init; } = [];

    /// <summary>What it does, for people.</summary>
    public string Description { get; init; } = "";

    /// <summary>Whether help lists it.</summary>
    public bool Listed { get; init; } = true;

    /// <summary>Where it is declared, if known.</summary>
    public SourceLocation? Location { get; init; }

    /// <summary>What must have succeeded before it runs.</summary>
    public IReadOnlyList<string> DependsOn { get; init; } = [];

    /// <summary>What it runs after, where both run.</summary>
    public IReadOnlyList<string> After { get; init; } = [];

    /// <summary>What it runs before, where both run.</summary>
    public IReadOnlyList<string> Before { get; init; } = [];

    /// <summary>What runs after it whenever it runs and succeeds.</summary>
    public IReadOnlyList<string> Triggers { get; init; } = [];

    /// <summary>Whether it does anything itself; otherwise it only stands for what it depends on or joins.</summary>
    public bool HasWork { get; init; } = true;

    /// <summary>When it runs at all.</summary>
    public IReadOnlyList<Condition> Conditions { get; init; } = [];

    /// <summary>Whether its dependencies are still needed when a condition known at planning skips it.</summary>
    public DependencyBehavior WhenSkipped { get; init; } = DependencyBehavior.Skip;

    /// <summary>Whether what it triggers runs although it failed.</summary>
    public bool ProceedAfterFailure { get; init; }

    /// <summary>Whether it runs although what it depends on failed, was skipped for that, or was cancelled.</summary>
    public bool AssuredAfterFailure { get; init; }

    /// <summary>How often it is tried again after a failure; 0 by default.</summary>
    public int Retries { get; init; }

    /// <summary>How long one try may take; null for no limit of its own.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>The resources it holds while it runs.</summary>
    public IReadOnlyList<ResourceUse> Uses { get; init; } = [];

    /// <summary>What its result follows from; null where it isn't cached.</summary>
    public NodeInputs? Inputs { get; init; }

    /// <summary>The files it leaves, as globs: restored when its inputs haven't changed.</summary>
    public IReadOnlyList<string> Outputs { get; init; } = [];

    /// <summary>The files that it hands to other targets, as globs.</summary>
    public IReadOnlyList<string> Produces { get; init; } = [];

    /// <summary>The files that it takes from other targets.</summary>
    public IReadOnlyList<ConsumedFiles> Consumes { get; init; } = [];

    /// <summary>The names of the typed results that it hands to other targets.</summary>
    public IReadOnlyList<string> ProducedResults { get; init; } = [];

    /// <summary>The names of the typed results that it takes from other targets.</summary>
    public IReadOnlyList<string> ConsumedResults { get; init; } = [];

    /// <summary>The part of the pipeline that it belongs to, or null.</summary>
    public Stage? Stage { get; init; }

    /// <summary>The machine whose runner it needs, or null for any.</summary>
    public RunnerNode? RunsOn { get; init; }

    /// <summary>What starts it on CI.</summary>
    public IReadOnlyList<Trigger> On { get; init; } = [];

    /// <summary>The environment that it changes, or null.</summary>
    public DeliveryEnvironment? Environment { get; init; }

    /// <summary>Whether it judges what is delivered: no environment is changed on CI before it is passed.</summary>
    public bool IsGate { get; init; }

    /// <summary>What its job may do on CI.</summary>
    public IReadOnlyList<Permission> Permissions { get; init; } = [];

    /// <summary>The names of the secrets that its job gets.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>The containers that run beside its job on CI.</summary>
    public IReadOnlyList<CiService> Services { get; init; } = [];

    /// <summary>Whether its job needs all of the repository's history and tags.</summary>
    public bool NeedsHistory { get; init; }

    /// <summary>What single CI systems add to its job.</summary>
    public IReadOnlyList<CiExtension> Extensions { get; init; } = [];

    /// <inheritdoc/>
    public override string ToString() => Name;
}
