using CsCheck;
using Harvis.Model.Ci;
using Harvis.Model.Triggers;
using Harvis.Model.Versions;

namespace Harvis.Generation.Tests.GitLabCi.Evaluation;

/// <summary>Triggers and events that meet often enough.</summary>
static class RandomEvents
{
    static readonly Gen<string> Names = OneOf("main", "develop", "release/1.0", "release/1/2", "v1.0.0", "v2", "a+b", "x");
    static readonly Gen<string> Patterns = OneOf("main", "develop", "release/*", "release/**", "v*", "**", "*", "v1.0.0", "a+b", "**/1.0");
    static readonly Gen<string> Files = OneOf("README.md", "src/a.cs", "src/b/c.cs", "src/b/c/d.md", "docs/x.md", ".hidden/y", "a");
    static readonly Gen<string> Globs = OneOf("src/**", "**", "**/c.cs", "*.md", "**.md", "src/*", "src/**/d.md", "s**d", "docs/x.md", "a**", "**/b/**");
    static readonly Gen<string> Crons = OneOf("0 2 * * 0", "30 4 * * 1-5");

    public static readonly Gen<Trigger> Triggers = Gen.OneOf(
        Gen.Select(Patterns.List[0, 2], Globs.List[0, 2], (names, paths) => (Trigger)new Trigger.BranchPush(NamePattern.All(names)) { Paths = NamePattern.All(paths) }),
        Patterns.List[0, 2].Select(names => (Trigger)new Trigger.TagPush(NamePattern.All(names))),
        Gen.Select(Patterns.List[0, 2], Globs.List[0, 2], (names, paths) => (Trigger)new Trigger.PullRequestChange(NamePattern.All(names)) { Paths = NamePattern.All(paths) }),
        Crons.Select(cron => (Trigger)Trigger.Schedule(cron)),
        OneOf<Trigger>(Trigger.Manual, Trigger.Called));

    public static readonly Gen<CiEvent> Events =
        from kind in Gen.Int[0, 5]
        from name in Names
        from cron in Crons
        from files in Files.List[1, 3]
        from tells in Gen.Bool
        select Event(kind, name, cron, tells ? files : null);

    public static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    static CiEvent Event(int kind, string name, string cron, IReadOnlyList<string>? files) => kind switch
    {
        0 => new CiEvent.Push { Ref = GitRef.OfBranch(name), ChangedPaths = files },
        1 => new CiEvent.TagPush { Ref = GitRef.OfTag(name) },
        2 => new CiEvent.PullRequest(name) { Ref = GitRef.Parse("refs/pull/7/merge"), ChangedPaths = files },
        3 => new CiEvent.Schedule(cron) { Ref = GitRef.OfBranch("main") },
        4 => new CiEvent.Manual(new Dictionary<string, string>()) { Ref = GitRef.OfBranch("main") },
        _ => new CiEvent.Call { Ref = GitRef.OfBranch("main") },
    };
}
