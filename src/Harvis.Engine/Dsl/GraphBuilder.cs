using Harvis.Model.Diagnostics;
using Harvis.Model.Targets;

namespace Harvis.Engine.Dsl;

/// <summary>Turns the definitions of a build into its graph: names for functions, one node per item, reverse relations turned round.</summary>
sealed class GraphBuilder
{
    readonly List<TargetNode> _nodes = [];
    readonly List<NodeWork> _work = [];
    readonly List<Diagnostic> _diagnostics = [];
    readonly Dictionary<Target, string> _names = [];

    // Relations that the other side holds: who gets what.
    readonly List<TurnedRelation> _dependencies = [];
    readonly List<TurnedRelation> _triggers = [];

    public static BuildGraph Build(HarvisBuild build)
    {
        var builder = new GraphBuilder();
        var targets = TargetDiscovery.Of(build);

        // Of two properties with one function (an alias), the first names it.
        foreach (var (name, target) in targets)
        {
            if (target is not null) builder._names.TryAdd(target, name);
        }

        foreach (var (name, target) in targets) builder.Define(build, name, target);
        builder.TurnRound();
        var graph = new TargetGraph(builder._nodes);
        return new BuildGraph(graph, builder._work, [.. builder._diagnostics, .. GraphRules.Check(graph)]) { Names = builder._names };
    }

    void Define(HarvisBuild build, string name, Target? target)
    {
        try
        {
            var definition = target?.Invoke(new TargetDefinition(build)) ?? throw new InvalidOperationException("it is null.");
            Add(name, definition);
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            _diagnostics.Add(new Diagnostic(
                DiagnosticCodes.BrokenDefinition,
                $"The definition of target \"{name}\" fails: {BrokenCode.Cause(broken).Message}",
                "A definition only declares; move what can fail into Executes(…)."));
        }
    }

    void Add(string name, TargetDefinition definition)
    {
        foreach (var item in definition.Items ?? [])
        {
            _nodes.Add(Node(NameOf(name, item), name, item.Definition) with { Item = item.Name, Description = item.Definition.Text });
            _work.Add(NodeWork.Of(item.Definition));
        }

        var node = Node(name, name, definition);
        _nodes.Add(definition.Items is null ? node : Join(node, [.. definition.Items.Select(item => NameOf(name, item))]));
        _work.Add(definition.Items is null ? NodeWork.Of(definition) : NodeWork.None with { Requirements = definition.Requirements });
        _dependencies.AddRange(Names(definition.Dependents).Select(dependent => new TurnedRelation(dependent, name)));
        _triggers.AddRange(Names(definition.Triggering).Select(triggering => new TurnedRelation(triggering, name)));
    }

    static string NameOf(string target, ItemDefinition item) => $"{target}{TargetNode.ItemSeparator}{item.Name}";

    TargetNode Node(string name, string target, TargetDefinition definition) => new()
    {
        Name = name,
        Target = target,
        Description = definition.Text,
        Listed = definition.IsListed,
        Location = definition.Location,
        DependsOn = Names(definition.Dependencies),
        After = Names(definition.Predecessors),
        Before = Names(definition.Successors),
        Triggers = Names(definition.Triggered),
        Conditions = definition.Guards.Count == 0 ? [] : [.. definition.Guards.Select(guard => new Condition(guard.Why, guard.Known))],
        WhenSkipped = definition.SkippedDependencies,
        ProceedAfterFailure = definition.Proceeds,
        AssuredAfterFailure = definition.IsAssured,
        Retries = definition.RetryCount,
        Timeout = definition.TimeLimit,
        Uses = definition.UsedResources,
        Inputs = definition.CacheInputs,
        Outputs = definition.CacheOutputs,
        Produces = definition.ProducedFiles,
        Consumes = definition.ConsumedFiles.Count == 0 ? [] : [.. definition.ConsumedFiles.Select(consumed => new ConsumedFiles(Name(consumed.From), consumed.Globs))],
        ProducedResults = definition.ProducedResults,
        ConsumedResults = definition.ConsumedResults,
        Stage = definition.PipelineStage,
        RunsOn = definition.Runner,
        On = definition.PipelineTriggers,
        Environment = definition.ChangedEnvironment,
        Permissions = definition.NeededPermissions,
        Secrets = definition.SecretNames,
        IsGate = definition.IsGateTarget,
        Services = definition.JobServices,
        NeedsHistory = definition.IsHistoryNeeded,
        Extensions = definition.JobExtensions,
        HasWork = definition.Bodies.Count > 0,
    };

    // The items do the work: what joins them only waits for them.
    static TargetNode Join(TargetNode node, IReadOnlyList<string> items) => node with
    {
        Joins = items,
        HasWork = false,
        DependsOn = items.Count > 0 ? [] : node.DependsOn,
        Conditions = [],
        Retries = 0,
        Timeout = null,
        Uses = [],
        Inputs = null,
        Outputs = [],
        Consumes = [],
        ConsumedResults = [],
    };

    void TurnRound()
    {
        if (_dependencies.Count + _triggers.Count == 0) return;
        var dependencies = _dependencies.ToLookup(pair => pair.Target, pair => pair.Declaring);
        var triggers = _triggers.ToLookup(pair => pair.Target, pair => pair.Declaring);
        var known = _nodes.Select(node => node.Name).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < _nodes.Count; i++)
        {
            var node = _nodes[i];
            _nodes[i] = node with
            {
                DependsOn = node.Joins.Count > 0 ? [] : [.. node.DependsOn, .. dependencies[node.Target].Except(node.DependsOn)],
                Triggers = node.Item is null ? [.. node.Triggers, .. triggers[node.Name].Except(node.Triggers)] : node.Triggers,
            };
        }

        foreach (var (missing, target) in _dependencies.Concat(_triggers).Where(pair => !known.Contains(pair.Target)))
        {
            _diagnostics.Add(new Diagnostic(
                DiagnosticCodes.UnknownReference,
                $"Target \"{target}\" names \"{missing}\", which is not declared.",
                NearestName.Hint(missing, known)));
        }
    }

    IReadOnlyList<string> Names(IReadOnlyList<TargetReference> references) =>
        references.Count == 0 ? [] : [.. references.Select(Name).Distinct(StringComparer.Ordinal)];

    string Name(TargetReference reference) => reference switch
    {
        TargetReference.ByName byName => byName.Name,
        TargetReference.ByFunction { Function: { } function, Item: var item } when _names.TryGetValue(function, out var name) =>
            item is null ? name : $"{name}{TargetNode.ItemSeparator}{item}",
        _ => "a target that is no property of the build",
    };
}
