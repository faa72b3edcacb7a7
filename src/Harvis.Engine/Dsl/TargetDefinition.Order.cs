using Harvis.Model.Names;

namespace Harvis.Engine.Dsl;

public sealed partial record TargetDefinition
{
    internal IReadOnlyList<TargetReference> Dependencies { get; init; } = [];

    internal IReadOnlyList<TargetReference> Dependents { get; init; } = [];

    internal IReadOnlyList<TargetReference> Predecessors { get; init; } = [];

    internal IReadOnlyList<TargetReference> Successors { get; init; } = [];

    internal IReadOnlyList<TargetReference> Triggered { get; init; } = [];

    internal IReadOnlyList<TargetReference> Triggering { get; init; } = [];

    /// <summary>These targets run first, and this one only if they succeed.</summary>
    public TargetDefinition DependsOn(params Target[] targets) => this with { Dependencies = [.. Dependencies, .. References(targets)] };

    /// <summary>Targets by name, for those that no property declares.</summary>
    public TargetDefinition DependsOn(params string[] names) => this with { Dependencies = [.. Dependencies, .. References(names)] };

    /// <summary>One item of a target that is declared with <c>ForEach</c>: the rest of its items needn't be done.</summary>
    public TargetDefinition DependsOn(Target target, INamed item) =>
        this with { Dependencies = [.. Dependencies, new TargetReference.ByFunction(target, item.Name)] };

    /// <summary>A target of a component that this build has.</summary>
    public TargetDefinition DependsOn<TComponent>(Func<TComponent, Target> target) =>
        this with { Dependencies = [.. Dependencies, Required(target)] };

    /// <summary>A target of a component, if this build has the component.</summary>
    public TargetDefinition TryDependsOn<TComponent>(Func<TComponent, Target> target) =>
        this with { Dependencies = [.. Dependencies, .. Optional(target)] };

    /// <summary>These targets depend on this one.</summary>
    public TargetDefinition DependentFor(params Target[] targets) => this with { Dependents = [.. Dependents, .. References(targets)] };

    /// <summary>A target of a component depends on this one, if this build has the component.</summary>
    public TargetDefinition TryDependentFor<TComponent>(Func<TComponent, Target> target) =>
        this with { Dependents = [.. Dependents, .. Optional(target)] };

    /// <summary>Where both run, this one ends before these start.</summary>
    public TargetDefinition Before(params Target[] targets) => this with { Successors = [.. Successors, .. References(targets)] };

    /// <summary>Where both run and this build has the component, this one ends before its target starts.</summary>
    public TargetDefinition TryBefore<TComponent>(Func<TComponent, Target> target) =>
        this with { Successors = [.. Successors, .. Optional(target)] };

    /// <summary>Where both run, this one starts after these ended.</summary>
    public TargetDefinition After(params Target[] targets) => this with { Predecessors = [.. Predecessors, .. References(targets)] };

    /// <summary>Where both run and this build has the component, this one starts after its target ended.</summary>
    public TargetDefinition TryAfter<TComponent>(Func<TComponent, Target> target) =>
        this with { Predecessors = [.. Predecessors, .. Optional(target)] };

    /// <summary>Whenever this one runs and succeeds, these run after it.</summary>
    public TargetDefinition Triggers(params Target[] targets) => this with { Triggered = [.. Triggered, .. References(targets)] };

    /// <summary>Whenever this one runs and succeeds, a component's target runs after it, if this build has the component.</summary>
    public TargetDefinition TryTriggers<TComponent>(Func<TComponent, Target> target) =>
        this with { Triggered = [.. Triggered, .. Optional(target)] };

    /// <summary>Whenever one of these runs and succeeds, this one runs after it.</summary>
    public TargetDefinition TriggeredBy(params Target[] targets) => this with { Triggering = [.. Triggering, .. References(targets)] };

    /// <summary>Whenever a component's target runs and succeeds, this one runs after it, if this build has the component.</summary>
    public TargetDefinition TryTriggeredBy<TComponent>(Func<TComponent, Target> target) =>
        this with { Triggering = [.. Triggering, .. Optional(target)] };

    static IEnumerable<TargetReference> References(Target[] targets) => targets.Select(target => new TargetReference.ByFunction(target));

    static IEnumerable<TargetReference> References(string[] names) => names.Select(name => new TargetReference.ByName(name));

    IEnumerable<TargetReference> Optional<TComponent>(Func<TComponent, Target> target) =>
        Build is TComponent component ? [new TargetReference.ByFunction(target(component))] : [];

    TargetReference Required<TComponent>(Func<TComponent, Target> target) =>
        Build is TComponent component
            ? new TargetReference.ByFunction(target(component))
            : new TargetReference.ByName($"a target of {typeof(TComponent).Name}");
}
