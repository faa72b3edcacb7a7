namespace Harvis.Model.Ci.Planning;

/// <summary>The nodes of one job, before it has an id.</summary>
/// <param name="nodes">Its nodes, each after all it waits for.</param>
/// <param name="isMatrix">Whether each node is a leg.</param>
sealed class JobDraft(List<NodeFacts> nodes, bool isMatrix)
{
    public List<NodeFacts> Nodes { get; } = nodes;

    public bool IsMatrix { get; } = isMatrix;

    /// <summary>The jobs that it waits for.</summary>
    public HashSet<JobDraft> Before { get; } = [];

    /// <summary>Its place among jobs that could come next.</summary>
    public int Declared => Nodes.Min(node => node.Index);

    /// <summary>Whether it waits for another, directly or not.</summary>
    public bool ComesAfter(JobDraft other)
    {
        var seen = new HashSet<JobDraft> { this };
        var open = new Stack<JobDraft>([this]);
        while (open.TryPop(out var job))
        {
            foreach (var before in job.Before.Where(seen.Add))
            {
                if (before == other) return true;
                open.Push(before);
            }
        }

        return false;
    }
}
