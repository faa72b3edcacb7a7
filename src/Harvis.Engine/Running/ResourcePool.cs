using Harvis.Engine.Planning;
using Harvis.Model.Targets;

namespace Harvis.Engine.Running;

/// <summary>
/// Gives nodes the resources they use, all at once or none, so that no two nodes can each hold what the other waits for. Those
/// that wait for a resource get it in the plan's order: many small uses can't starve a large one.
/// </summary>
sealed class ResourcePool
{
    readonly Dictionary<string, Shelf> _shelves = new(StringComparer.Ordinal);

    sealed class Shelf(int free)
    {
        public int Free { get; set; } = free;

        public PriorityQueue<PlannedNode, int> Waiting { get; } = new();
    }

    /// <summary>Takes all that the node uses, or queues it for the first resource that isn't free.</summary>
    public bool TryTake(PlannedNode node)
    {
        if (FirstTaken(node, mayOvertake: false) is { } taken)
        {
            taken.Waiting.Enqueue(node, node.Index);
            return false;
        }

        foreach (var use in node.Node.Uses) ShelfOf(use.Resource).Free -= use.Count;
        return true;
    }

    /// <summary>Puts back all that the node used.</summary>
    public void PutBack(PlannedNode node)
    {
        foreach (var use in node.Node.Uses) ShelfOf(use.Resource).Free += use.Count;
    }

    /// <summary>The nodes that needn't wait any more for any resource that <paramref name="node"/> uses; they must ask again.</summary>
    public IReadOnlyList<PlannedNode> Woken(PlannedNode node)
    {
        if (node.Node.Uses.Count == 0) return [];
        var woken = new List<PlannedNode>();
        foreach (var use in node.Node.Uses) Wake(ShelfOf(use.Resource), woken);
        return woken;
    }

    void Wake(Shelf shelf, List<PlannedNode> woken)
    {
        while (shelf.Waiting.TryPeek(out var first, out _))
        {
            var taken = FirstTaken(first, mayOvertake: true);
            if (taken == shelf) return;
            shelf.Waiting.Dequeue();
            if (taken is null)
            {
                // One at a time: when it has taken its part, the next is woken.
                woken.Add(first);
                return;
            }

            taken.Waiting.Enqueue(first, first.Index);
        }
    }

    Shelf? FirstTaken(PlannedNode node, bool mayOvertake)
    {
        foreach (var use in node.Node.Uses)
        {
            var shelf = ShelfOf(use.Resource);
            if (shelf.Free < use.Count) return shelf;
            if (!mayOvertake && shelf.Waiting.TryPeek(out _, out var index) && index < node.Index) return shelf;
        }

        return null;
    }

    Shelf ShelfOf(Resource resource)
    {
        if (!_shelves.TryGetValue(resource.Name, out var shelf)) _shelves.Add(resource.Name, shelf = new Shelf(resource.Capacity));
        return shelf;
    }
}
