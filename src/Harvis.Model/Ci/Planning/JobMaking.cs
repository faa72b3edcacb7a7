using Harvis.Model.Targets;
using Harvis.Model.Triggers;

namespace Harvis.Model.Ci.Planning;

/// <summary>Makes jobs of drafts: what each may do, waits for, takes and hands over.</summary>
sealed class JobMaking(CiPlanRequest request, IReadOnlyDictionary<JobDraft, string> ids, TargetGraph graph, NodeHandover handover)
{
    static readonly IReadOnlyList<string> CachePaths = [".nuke/temp/cache"];

    readonly Dictionary<string, string> _jobOfNode = ids
        .SelectMany(job => job.Key.Nodes.Select(node => (Node: node.Node.Name, Id: job.Value)))
        .ToDictionary(pair => pair.Node, pair => pair.Id, StringComparer.Ordinal);

    public CiJob Make(JobDraft draft, IReadOnlyDictionary<string, int> places)
    {
        var nodes = draft.Nodes.Select(facts => facts.Node).ToList();
        var (first, id) = (nodes[0], ids[draft]);
        var downloads = Downloads(nodes, id);
        var takes = draft.Nodes.SelectMany(handover.TakenBy).Distinct().Where(node => _jobOfNode[node] != id).ToList();
        var needs = draft.Before.Select(job => ids[job]).Concat(downloads.Select(download => download.Job)).Concat(takes.Select(node => _jobOfNode[node]));
        return new CiJob
        {
            Id = id,
            Title = Title(draft, id),
            Nodes = [.. nodes.Select(node => node.Name)],
            Legs = draft.IsMatrix ? [.. nodes.Select(node => new CiLeg(node.Item!, node.Name))] : [],
            Stage = first.Stage ?? request.DefaultStage,
            Needs = [.. needs.Distinct().OrderBy(need => places[need])],
            Activations = Activations(draft, id),
            Runner = first.RunsOn,
            Environment = first.Environment,
            Permissions = [.. nodes.SelectMany(node => node.Permissions).Distinct().Order()],
            Secrets = [.. nodes.SelectMany(node => node.Secrets).Distinct()],
            Uploads = [.. nodes.SelectMany(node => node.Produces).Distinct()],
            Downloads = downloads,
            HandsOver = [.. nodes.Select(node => node.Name).Where(handover.IsTaken)],
            TakesOver = takes,
            Cache = Cache(nodes, id) ?? request.BuildCache,
            ConcurrencyGroup = first.Environment is { } environment ? $"deploy-{environment.Name}" : null,
            Timeout = Timeout(draft),
            Services = [.. nodes.SelectMany(node => node.Services).DistinctBy(service => service.Name)],
            NeedsHistory = nodes.Any(node => node.NeedsHistory),
            Extensions = [.. nodes.SelectMany(node => node.Extensions).Distinct()],
        };
    }

    string Title(JobDraft draft, string id)
    {
        if (draft.Nodes.Count > 1 && !draft.IsMatrix) return id;
        var node = draft.Nodes[0].Node;
        var text = graph.Find(node.Target)?.Description is { Length: > 0 } of ? of : node.Description;
        if (text.Length == 0) text = node.Target;
        return node.Item is null || draft.IsMatrix ? text : $"{text} ({node.Item})";
    }

    IReadOnlyList<CiActivation> Activations(JobDraft draft, string id)
    {
        var starts = draft.Nodes.SelectMany(node => node.Starts).GroupBy(start => TriggerText.Of(start.Trigger), StringComparer.Ordinal).Select(Joined);
        return [.. starts
            .GroupBy(start => (RuleAlgebra.Text(start.Rule), start.IsTriggered))
            .Select(group => new CiActivation([.. group.Select(start => start.Trigger)], group.First().Rule) { IsTriggered = group.Key.IsTriggered })];

        NodeStart Joined(IEnumerable<NodeStart> ofOneTrigger)
        {
            var all = ofOneTrigger.ToList();
            var rule = RuleAlgebra.All(all.Select(start => RuleAlgebra.Without(RuleAlgebra.Rename(start.Rule, node => _jobOfNode[node]), id)));
            return new NodeStart(all[0].Trigger, rule, all.Any(start => start.IsTriggered));
        }
    }

    IReadOnlyList<CiDownload> Downloads(IReadOnlyList<TargetNode> nodes, string id)
    {
        var taken =
            from node in nodes
            from consumed in node.Consumes
            from producer in WithItems(consumed.From)
            where producer.Produces.Count > 0 && _jobOfNode.ContainsKey(producer.Name) && _jobOfNode[producer.Name] != id
            from glob in consumed.Globs.Count > 0 ? consumed.Globs : producer.Produces
            group glob by _jobOfNode[producer.Name];
        return [.. taken.Select(job => new CiDownload(job.Key, [.. job.Distinct()]))];
    }

    IEnumerable<TargetNode> WithItems(string name) =>
        graph.Find(name) is not { } node ? [] : node.Joins.Count == 0 ? [node] : node.Joins.Select(item => graph.Find(item)!);

    static CiCache? Cache(IReadOnlyList<TargetNode> nodes, string id)
    {
        var files = nodes.SelectMany(node => node.Inputs?.Files ?? []).Distinct().ToList();
        return files.Count == 0 ? null : new CiCache(id, files, CachePaths);
    }

    // Tries that all run into their limit, and five minutes for what is around them; nodes of a shared job one after another at worst.
    TimeSpan Timeout(JobDraft draft)
    {
        var limits = draft.Nodes.Select(facts => facts.Node.Timeout * (facts.Node.Retries + 1) + TimeSpan.FromMinutes(5)).ToList();
        if (limits.Any(limit => limit is null)) return request.DefaultTimeout;
        var total = draft.IsMatrix ? limits.Max()!.Value : TimeSpan.FromTicks(limits.Sum(limit => limit!.Value.Ticks));
        return TimeSpan.FromMinutes(Math.Ceiling(total.TotalMinutes));
    }
}
