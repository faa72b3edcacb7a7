using CsCheck;
using Harvis.Model.Ci;
using Harvis.Model.Versions;

namespace Harvis.Conformance.Tests.Equivalence.Cases;

/// <summary>Random graphs, events and failures. Few targets: what goes wrong, goes wrong with few.</summary>
static class GraphCases
{
    /// <summary>Everything that can happen, as the triggers of <see cref="RandomGraph"/> tell it apart.</summary>
    public static IReadOnlyList<CiEvent> Events { get; } =
    [
        new CiEvent.Push { Ref = GitRef.OfBranch("main") },
        new CiEvent.Push { Ref = GitRef.OfBranch("develop") },
        new CiEvent.Push { Ref = GitRef.OfBranch("feature/one") },
        new CiEvent.TagPush { Ref = GitRef.OfTag("v1.2.3") },
        new CiEvent.TagPush { Ref = GitRef.OfTag("other") },
        new CiEvent.PullRequest("main") { Ref = GitRef.OfBranch("feature/one") },
        new CiEvent.PullRequest("release/1") { Ref = GitRef.OfBranch("feature/one") },
        new CiEvent.Schedule("0 2 * * 0") { Ref = GitRef.OfBranch("main") },
        new CiEvent.Schedule("30 4 * * *") { Ref = GitRef.OfBranch("main") },
        new CiEvent.Manual(new Dictionary<string, string>()) { Ref = GitRef.OfBranch("main") },
        new CiEvent.Call { Ref = GitRef.OfBranch("main") },
    ];

    public static Gen<GraphCase> All { get; } = Gen.Select(Gen.Int[1, 7], Gen.Int[0, Events.Count - 1], Gen.Int[0, int.MaxValue - 1], Make);

    static GraphCase Make(int targets, int happened, int seed)
    {
#pragma warning disable CA5394 // chance for tests, not for keys
        var random = new Random(seed);
        var graph = new RandomGraph(random).Make(targets);
        var failing = graph.Nodes.Where(node => node.HasWork && random.NextDouble() < 0.2).Select(node => node.Name).ToHashSet(StringComparer.Ordinal);
#pragma warning restore CA5394
        return new GraphCase(graph, Events[happened], failing);
    }
}
