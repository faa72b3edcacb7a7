using CsCheck;
using Harvis.Engine.Planning;
using Harvis.Model.Targets;

namespace Harvis.Engine.Tests.Planning;

/// <summary>Generators of graphs and requests.</summary>
static class Any
{
    const int MostTargets = 40;

    static readonly Resource[] Resources = [new("gpu"), new("memory", 3), new("port", 2)];

    // What one target declares; numbers stand for other targets and are taken modulo what they may refer to.
    sealed record Draft(int[] Needs, int[] After, int[] Before, int[] Triggers, int Items, bool?[] Conditions, bool Keeps, bool Proceeds, bool Assured, int[] Uses, bool NeedsOneItem);

    static readonly Gen<Draft> AnyDraft =
        from needs in Picks(3)
        from after in Rarely(Picks(2))
        from before in Rarely(Picks(2))
        from triggers in Rarely(Picks(2))
        from items in Gen.Frequency((8, Gen.Const(0)), (2, Gen.Int[1, 3]))
        from conditions in Gen.Frequency((6, Gen.Const<bool?[]>([])), (1, Gen.Const<bool?[]>([true])), (2, Gen.Const<bool?[]>([false])), (1, Gen.Const<bool?[]>([null, true])))
        from keeps in Gen.Bool
        from proceeds in Gen.Bool
        from assured in Gen.Frequency((8, Gen.Const(false)), (1, Gen.Const(true)))
        from uses in Rarely(Gen.Int[0, 5].Array[1, 2])
        from one in Gen.Bool
        select new Draft(needs, after, before, triggers, items, conditions, keeps, proceeds, assured, uses, one);

    /// <summary>Graphs of 1 to 40 targets, some with cycles, some of their targets declared for each of several items.</summary>
    public static Gen<TargetGraph> Graph(bool cycles) =>
        from drafts in AnyDraft.Array[1, MostTargets]
        from order in Gen.Shuffle(Enumerable.Range(0, drafts.Length).ToArray())
        from loose in cycles ? Gen.Frequency((1, Gen.Const(false)), (1, Gen.Const(true))) : Gen.Const(false)
        select new TargetGraph([.. order.SelectMany(index => Nodes(drafts, index, loose))]);

    /// <summary>A graph and a request for some of its targets and items.</summary>
    public static Gen<RandomBuild> Build(bool cycles = false) =>
        from graph in Graph(cycles)
        from asked in Gen.Int[0, graph.Nodes.Count - 1].Array[1, 4]
        from skip in Gen.Frequency((6, Gen.Const(() => (int[]?)null)), (1, Gen.Const(() => (int[]?)[])), (3, Gen.Int[0, graph.Nodes.Count - 1].Array[1, 3].Select(picks => (int[]?)picks)))
        from only in Gen.Frequency((9, Gen.Const(false)), (1, Gen.Const(true)))
        select new RandomBuild(graph, new PlanRequest
        {
            Targets = [.. asked.Select(index => graph.Nodes[index].Name)],
            Skip = skip?.Select(index => graph.Nodes[index].Name).ToList(),
            Only = only,
        });

    /// <summary>Many nodes that wait for little but resources.</summary>
    public static Gen<RandomBuild> Crowd() =>
        from uses in Gen.Int[0, 5].Array[1, 3].Array[2, 25]
        from assured in Gen.Frequency((8, Gen.Const(false)), (1, Gen.Const(true))).Array[25]
        from needs in Rarely(Picks(1)).Array[25]
        let names = Enumerable.Range(0, uses.Length).Select(Name).ToList()
        select new RandomBuild(
            new TargetGraph([.. names.Select((name, i) => new TargetNode
            {
                Name = name,
                Target = name,
                Uses = Uses(uses[i]),
                AssuredAfterFailure = assured[i],
                DependsOn = [.. needs[i].Where(_ => i > 0).Select(pick => Name(pick % i))],
            })]),
            new PlanRequest { Targets = names });

    static IReadOnlyList<ResourceUse> Uses(int[] picks) =>
        [.. picks.Select(use => new ResourceUse(Resources[use % 3], 1 + (use % Resources[use % 3].Capacity))).DistinctBy(use => use.Resource.Name)];

    static Gen<int[]> Picks(int most) => Gen.Int[0, MostTargets - 1].Array[0, most];

    static Gen<int[]> Rarely(Gen<int[]> some) => Gen.Frequency((4, Gen.Const<int[]>([])), (1, some));

    static IEnumerable<TargetNode> Nodes(Draft[] drafts, int index, bool loose)
    {
        var draft = drafts[index];
        var name = Name(index);
        var items = Enumerable.Range(0, draft.Items).Select(item => $"{name}:{(char)('a' + item)}").ToList();
        var node = new TargetNode
        {
            Name = name,
            Target = name,
            DependsOn = [.. Earlier(draft.Needs).Select(other => draft.NeedsOneItem && drafts[other].Items > 0 ? $"{Name(other)}:a" : Name(other)).Distinct()],
            After = [.. Earlier(draft.After).Select(Name).Distinct()],
            Before = [.. Later(draft.Before).Select(Name).Distinct()],
            Triggers = [.. Later(draft.Triggers).Select(Name).Distinct()],
            Conditions = [.. draft.Conditions.Select((holds, i) => new Condition($"{name} {i}", holds))],
            WhenSkipped = draft.Keeps ? DependencyBehavior.Execute : DependencyBehavior.Skip,
            ProceedAfterFailure = draft.Proceeds,
            AssuredAfterFailure = draft.Assured,
            Uses = Uses(draft.Uses),
        };
        if (items.Count == 0) return [node];
        var each = items.Select(item => node with { Name = item, Item = item[(name.Length + 1)..], Before = [], Triggers = [] });
        return [.. each, node with { Joins = items, DependsOn = [], Conditions = [], Uses = [] }];

        IEnumerable<int> Earlier(int[] picks) => loose ? picks.Select(pick => pick % drafts.Length) : picks.Where(_ => index > 0).Select(pick => pick % index);

        IEnumerable<int> Later(int[] picks) =>
            loose ? picks.Select(pick => pick % drafts.Length) : picks.Where(_ => index < drafts.Length - 1).Select(pick => index + 1 + (pick % (drafts.Length - index - 1)));
    }

    static string Name(int index) => $"T{index}";
}
