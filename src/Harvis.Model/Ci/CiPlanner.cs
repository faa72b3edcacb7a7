using Harvis.Model.Ci.Planning;
using Harvis.Model.Diagnostics;
using Harvis.Model.Targets;
using Harvis.Model.Triggers;

namespace Harvis.Model.Ci;

/// <summary>
/// Turns a graph into the jobs of a pipeline: a pure function. What runs for an event is what the engine would run if it were asked for the
/// targets whose triggers the event meets. Time and memory grow linearly with nodes, edges and distinct triggers.
/// </summary>
public static class CiPlanner
{
    /// <summary>The plan, or what is wrong.</summary>
    public static CiPlanning Plan(TargetGraph graph, CiPlanRequest request)
    {
        var diagnostics = new List<Diagnostic>(Unknown(graph, request));
        var relations = new NodeRelations(graph);
        var reaches = Reaches(relations, request);
        if (reaches.Count == 0) diagnostics.Add(NoTrigger(request));
        if (diagnostics.Count > 0) return Refused(request, diagnostics);

        var order = NodeOrder.Of(relations, reaches.SelectMany(reach => reach.Nodes).ToHashSet());
        if (order.Cycle is { } cycle) return Refused(request, [Cycle(graph, cycle)]);
        if (order.Working.Count == 0) return Refused(request, [NoTrigger(request)]);
        var facts = Facts(relations, reaches, order);
        var handover = new NodeHandover(facts);
        diagnostics.AddRange(HandoverRules.Check(facts, handover, graph));
        diagnostics.AddRange(TrustRules.Check(facts, handover));
        var drafts = JobGrouping.Of(facts);
        var ids = JobIds.Of(drafts, diagnostics);
        if (diagnostics.Count > 0) return Refused(request, diagnostics);
        return new CiPlanning(Plan(request, Sorted(drafts), new JobMaking(request, ids, graph, handover), ids), []);
    }

    static CiPlan Plan(CiPlanRequest request, IReadOnlyList<JobDraft> drafts, JobMaking making, IReadOnlyDictionary<JobDraft, string> ids)
    {
        var places = drafts.Select((draft, place) => (Id: ids[draft], place)).ToDictionary(pair => pair.Id, pair => pair.place, StringComparer.Ordinal);
        var jobs = drafts.Select(draft => making.Make(draft, places)).ToList();
        return new CiPlan
        {
            Name = request.Name,
            Triggers = TriggerText.Distinct(jobs.SelectMany(job => job.Activations).SelectMany(activation => activation.Triggers)),
            Jobs = jobs,
        };
    }

    // Where one trigger is met, all targets with that trigger are asked for.
    static List<TriggerReach> Reaches(NodeRelations relations, CiPlanRequest request)
    {
        var nodes = relations.Graph.Nodes;
        var wanted = request.Targets?.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var before = request.RunBefore.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var roots = Enumerable.Range(0, nodes.Count).Where(index => nodes[index].On.Count > 0 && (wanted is null || wanted.Contains(nodes[index].Target)) && !before.Contains(nodes[index].Target));
        return [.. roots
            .SelectMany(index => nodes[index].On.Select(trigger => (Index: index, Trigger: trigger)))
            .GroupBy(root => root.Trigger, TriggerText.Comparer)
            .Select(group => TriggerReach.Of(relations, group.Key, [.. group.Select(root => root.Index)], index => before.Contains(nodes[index].Target)))];
    }

    static List<NodeFacts> Facts(NodeRelations relations, IReadOnlyList<TriggerReach> reaches, NodeOrder order)
    {
        var rules = reaches.Select(reach => (Reach: reach, Rules: new NodeRules(relations, reach))).ToList();
        return [.. order.Working.Select(index => new NodeFacts(
            index,
            relations.Graph.Nodes[index],
            order.Before(index),
            [.. rules.Where(pair => pair.Reach.Nodes.Contains(index)).Select(pair => new NodeStart(pair.Reach.Trigger, pair.Rules.Start(index), pair.Rules.IsTriggered(index)))]))];
    }

    // Each after all it waits for; of those that could come next, the one whose first node is declared first.
    static List<JobDraft> Sorted(IReadOnlyList<JobDraft> drafts)
    {
        var waiting = drafts.ToDictionary(draft => draft, draft => draft.Before.Count);
        var after = drafts.SelectMany(draft => draft.Before.Select(before => (before, draft))).ToLookup(pair => pair.before, pair => pair.draft);
        var ready = new PriorityQueue<JobDraft, int>(drafts.Where(draft => draft.Before.Count == 0).Select(draft => (draft, draft.Declared)));
        var sorted = new List<JobDraft>(drafts.Count);
        while (ready.TryDequeue(out var next, out _))
        {
            sorted.Add(next);
            foreach (var draft in after[next].Where(draft => --waiting[draft] == 0)) ready.Enqueue(draft, draft.Declared);
        }

        return sorted;
    }

    static IEnumerable<Diagnostic> Unknown(TargetGraph graph, CiPlanRequest request) => request.RunBefore.Concat(request.Targets ?? [])
        .Where(name => graph.Find(name) is null)
        .Select(name => new Diagnostic(
            CiDiagnostics.UnknownTarget,
            $"Pipeline \"{request.Name}\" names the target \"{name}\", which is not declared.",
            NearestName.Hint(name, graph.Targets.Select(target => target.Name))));

    static Diagnostic NoTrigger(CiPlanRequest request) => new(
        CiDiagnostics.NoTrigger,
        $"Nothing starts pipeline \"{request.Name}\": none of its targets with work has a trigger.",
        "Add On(Trigger.Push(\"main\")) or another trigger to a target.");

    static Diagnostic Cycle(TargetGraph graph, IReadOnlyList<int> cycle) => new(
        CiDiagnostics.Cycle,
        $"Over all events together, jobs would wait for each other: {string.Join(" after ", cycle.Append(cycle[0]).Select(index => $"\"{graph.Nodes[index].Name}\""))}.",
        "Remove one of these relations, or deliver the targets in two pipelines.") { Location = graph.Nodes[cycle[0]].Location };

    static CiPlanning Refused(CiPlanRequest request, IReadOnlyList<Diagnostic> diagnostics) => new(new CiPlan { Name = request.Name }, diagnostics);
}
