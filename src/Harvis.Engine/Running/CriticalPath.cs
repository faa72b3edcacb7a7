using Harvis.Engine.Planning;

namespace Harvis.Engine.Running;

/// <summary>Finds the chain of nodes, each waiting for the one before, whose durations add up to the most.</summary>
static class CriticalPath
{
    public static IReadOnlyList<NodeResult> Of(Plan plan, IReadOnlyList<NodeResult> results)
    {
        var longest = new TimeSpan[results.Count];
        var previous = new int[results.Count];
        var last = -1;
        for (var i = 0; i < results.Count; i++)
        {
            var node = plan.Nodes[i];
            previous[i] = -1;
            Extend(node.Needs);
            Extend(node.Follows);
            longest[i] += results[i].Duration;
            if (last < 0 || longest[i] > longest[last]) last = i;

            void Extend(IReadOnlyList<int> before)
            {
                foreach (var index in before)
                {
                    if (longest[index] <= longest[i]) continue;
                    (longest[i], previous[i]) = (longest[index], index);
                }
            }
        }

        var path = new List<NodeResult>();
        for (var i = last; i >= 0; i = previous[i])
        {
            if (results[i].Duration > TimeSpan.Zero) path.Add(results[i]);
        }

        path.Reverse();
        return path;
    }
}
