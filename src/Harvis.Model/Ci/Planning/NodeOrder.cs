namespace Harvis.Model.Ci.Planning;

/// <summary>The nodes that do work, each after all it waits for, and for each what it directly waits for, seeing through what only stands for others.</summary>
sealed class NodeOrder
{
    readonly NodeRelations _relations;
    readonly IReadOnlySet<int> _present;
    readonly Dictionary<int, IReadOnlyList<int>> _before = [];
    readonly List<int> _order = [];

    NodeOrder(NodeRelations relations, IReadOnlySet<int> present) => (_relations, _present) = (relations, present);

    /// <summary>The nodes with work.</summary>
    public IReadOnlyList<int> Working => _order;

    /// <summary>A circle of nodes that wait for each other, or null.</summary>
    public IReadOnlyList<int>? Cycle { get; private set; }

    public static NodeOrder Of(NodeRelations relations, IReadOnlySet<int> present)
    {
        var order = new NodeOrder(relations, present);
        order.Sort();
        return order;
    }

    /// <summary>The working nodes that end before a node starts, in declaration order.</summary>
    public IReadOnlyList<int> Before(int index)
    {
        if (_before.TryGetValue(index, out var known)) return known;
        var found = new SortedSet<int>();
        foreach (var before in Direct(index))
        {
            if (_relations.Graph.Nodes[before].HasWork) found.Add(before);
            else found.UnionWith(Before(before));
        }

        return _before[index] = [.. found];
    }

    IEnumerable<int> Direct(int index) => _relations.Needs(index).Concat(_relations.Follows(index)).Where(_present.Contains).Distinct().Order();

    // Depth first without recursion: a chain may be long.
    void Sort()
    {
        var marks = new Dictionary<int, bool>(); // false: on the path, true: done
        foreach (var root in _present.Order())
        {
            var path = new Stack<(int Index, IEnumerator<int> Before)>();
            Open(root);
            while (path.TryPeek(out var top))
            {
                if (!top.Before.MoveNext()) Close(path.Pop().Index);
                else if (!marks.TryGetValue(top.Before.Current, out var isDone)) Open(top.Before.Current);
                else if (!isDone)
                {
                    var circle = path.Select(step => step.Index).TakeWhile(index => index != top.Before.Current).Append(top.Before.Current);
                    Cycle = [.. circle.Reverse()];
                    return;
                }
            }

            void Open(int index)
            {
                if (!marks.TryAdd(index, false)) return;
                path.Push((index, Direct(index).GetEnumerator()));
            }
        }

        void Close(int index)
        {
            marks[index] = true;
            _ = Before(index); // its own are known by now, so this never goes deep
            if (_relations.Graph.Nodes[index].HasWork) _order.Add(index);
        }
    }
}
