using Harvis.Model.Targets;

namespace Harvis.Engine.CommandLines;

/// <summary>The targets that people ask for, in the order in which they would run; those that don't depend on each other as they are declared.</summary>
/// <remarks>A target that is made of items depends on what its items depend on.</remarks>
sealed class TargetOrder
{
    readonly TargetGraph _graph;
    readonly List<TargetNode> _listed = [];

    public TargetOrder(TargetGraph graph)
    {
        _graph = graph;
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var target in graph.Targets) Visit(target, seen);
    }

    /// <summary>The listed targets.</summary>
    public IReadOnlyList<TargetNode> Listed => _listed;

    /// <summary>The listed targets that a target names as its dependencies, itself or for its items.</summary>
    public IReadOnlyList<TargetNode> Before(TargetNode target) => [.. Dependencies(target).Where(other => other.Listed)];

    // A cycle ends where it began: help is there for broken builds too.
    void Visit(TargetNode target, HashSet<string> seen)
    {
        var path = new Stack<(TargetNode Target, bool Left)>([(target, false)]);
        while (path.TryPop(out var step))
        {
            if (step.Left)
            {
                if (step.Target.Listed) _listed.Add(step.Target);
                continue;
            }

            if (!seen.Add(step.Target.Name)) continue;
            path.Push((step.Target, true));
            foreach (var other in Dependencies(step.Target).Reverse()) path.Push((other, false));
        }
    }

    IEnumerable<TargetNode> Dependencies(TargetNode target) =>
        target.Joins.Select(_graph.Find).OfType<TargetNode>().Append(target)
            .SelectMany(node => node.DependsOn)
            .Select(name => _graph.Find(name)?.Target is { } owner ? _graph.Find(owner) : null)
            .OfType<TargetNode>()
            .Where(other => !string.Equals(other.Name, target.Name, StringComparison.OrdinalIgnoreCase))
            .Distinct();
}
