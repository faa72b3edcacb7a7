namespace Harvis.Model.Ci.Planning;

/// <summary>Decides which nodes share a job: legs of a matrix, and targets of a stage that is one job. Everything else is a job of its own.</summary>
sealed class JobGrouping
{
    readonly IReadOnlyDictionary<int, NodeFacts> _nodes;
    readonly Dictionary<int, JobDraft> _jobOf = [];
    readonly Dictionary<string, List<JobDraft>> _shared = new(StringComparer.Ordinal);
    readonly Dictionary<int, JobDraft> _matrixOf = [];
    readonly List<JobDraft> _jobs = [];

    JobGrouping(IReadOnlyDictionary<int, NodeFacts> nodes) => _nodes = nodes;

    /// <summary>The jobs, in the order of their first nodes.</summary>
    /// <param name="order">The nodes, each after all it waits for.</param>
    public static IReadOnlyList<JobDraft> Of(IReadOnlyList<NodeFacts> order)
    {
        var grouping = new JobGrouping(order.ToDictionary(node => node.Index));
        grouping.FindMatrices(order);
        foreach (var node in order) grouping.Place(node);
        return grouping._jobs;
    }

    void FindMatrices(IReadOnlyList<NodeFacts> order)
    {
        foreach (var legs in order.Where(node => node.Node.Item is not null && node.Node.Stage is not { IsOneJob: true }).GroupBy(node => node.Node.Target, StringComparer.Ordinal))
        {
            var inOrder = legs.OrderBy(leg => leg.Index).ToList();
            if (!MatrixRule.CanShare(inOrder, _nodes)) continue;
            var matrix = new JobDraft(inOrder, isMatrix: true);
            foreach (var leg in inOrder) _matrixOf[leg.Index] = matrix;
        }
    }

    void Place(NodeFacts node)
    {
        var before = node.Before.Select(index => _jobOf[index]).ToHashSet();
        if (_matrixOf.TryGetValue(node.Index, out var matrix)) Put(node, matrix, before, isNew: !matrix.Nodes.Any(leg => _jobOf.ContainsKey(leg.Index)));
        else if (Sharing(node, before) is { } shared) Share(node, shared, before);
        else Put(node, NewJob(node), before, isNew: true);
    }

    // A job of the same kind that the node can join without making jobs wait for each other in a circle.
    JobDraft? Sharing(NodeFacts node, HashSet<JobDraft> before)
    {
        if (node.Node.Stage is not { IsOneJob: true } || !node.IsPlain) return null;
        return _shared.GetValueOrDefault(node.Place)?.Find(job => before.All(other => other == job || !other.ComesAfter(job)));
    }

    JobDraft NewJob(NodeFacts node)
    {
        var job = new JobDraft([node], isMatrix: false);
        if (node.Node.Stage is not { IsOneJob: true } || !node.IsPlain) return job;
        if (!_shared.TryGetValue(node.Place, out var jobs)) _shared[node.Place] = jobs = [];
        jobs.Add(job);
        return job;
    }

    void Share(NodeFacts node, JobDraft job, HashSet<JobDraft> before)
    {
        job.Nodes.Add(node);
        Put(node, job, before, isNew: false);
    }

    void Put(NodeFacts node, JobDraft job, HashSet<JobDraft> before, bool isNew)
    {
        _jobOf[node.Index] = job;
        job.Before.UnionWith(before.Where(other => other != job));
        if (isNew) _jobs.Add(job);
    }
}
