using Harvis.Model.Targets;

namespace Harvis.Engine.Planning;

/// <summary>An order in which every node comes after all it waits for, or a cycle. Depth-first without recursion: a chain may be any length.</summary>
readonly record struct TopologicalOrder(IReadOnlyList<int> Indexes, IReadOnlyList<int>? Cycle)
{
    enum Mark : byte
    {
        New,
        Open,
        Done,
    }

    public static TopologicalOrder Of(TargetGraph graph, IEnumerable<int> roots, PlanEdges edges)
    {
        var marks = new Mark[graph.Nodes.Count];
        var order = new List<int>(graph.Nodes.Count);
        var path = new Stack<(int Index, int[] Before, int Next)>();
        foreach (var root in roots)
        {
            if (marks[root] != Mark.New) continue;
            Open(root);
            while (path.TryPop(out var top))
            {
                if (top.Next == top.Before.Length)
                {
                    marks[top.Index] = Mark.Done;
                    order.Add(top.Index);
                    continue;
                }

                var before = top.Before[top.Next];
                path.Push(top with { Next = top.Next + 1 });
                if (marks[before] == Mark.Open) return new TopologicalOrder([], CycleFrom(path, before));
                if (marks[before] == Mark.New) Open(before);
            }
        }

        return new TopologicalOrder(order, null);

        void Open(int index)
        {
            marks[index] = Mark.Open;
            path.Push((index, Before(edges, index), 0));
        }
    }

    // In declaration order, so that ties are settled by it.
    static int[] Before(PlanEdges edges, int index)
    {
        if (edges.Needs[index] is null && edges.Follows[index] is null) return [];
        int[] before = [.. edges.Needs[index] ?? [], .. edges.Follows[index] ?? []];
        Array.Sort(before);
        return before;
    }

    static List<int> CycleFrom(Stack<(int Index, int[] Before, int Next)> path, int start)
    {
        var cycle = new List<int>();
        foreach (var (index, _, _) in path)
        {
            cycle.Add(index);
            if (index == start) break;
        }

        // The stack runs from the last node back to the first: each one waits for the one above it.
        cycle.Reverse();
        return cycle;
    }
}
