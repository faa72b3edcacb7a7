using Harvis.Model.Ci;

namespace Harvis.Engine.Dsl;

public sealed partial record TargetDefinition
{
    internal IReadOnlyList<CiService> JobServices { get; init; } = [];

    internal bool IsHistoryNeeded { get; init; }

    internal IReadOnlyList<CiExtension> JobExtensions { get; init; } = [];

    internal bool IsGateTarget { get; init; }

    /// <summary>The target judges what is delivered: on CI, nothing that changes an environment starts before it is passed.</summary>
    public TargetDefinition Gate() => this with { IsGateTarget = true };

    /// <summary>Containers that run beside the target's job on CI, each reached by its name.</summary>
    public TargetDefinition Services(params CiService[] services) => this with { JobServices = [.. JobServices, .. services] };

    /// <summary>The target's job on CI gets all of the repository's history and tags; without it only the commit that is built.</summary>
    public TargetDefinition NeedsHistory() => this with { IsHistoryNeeded = true };

    /// <summary>What single CI systems add to the target's job: an action, a component, a raw part of the document.</summary>
    public TargetDefinition Extends(params CiExtension[] extensions) => this with { JobExtensions = [.. JobExtensions, .. extensions] };
}
