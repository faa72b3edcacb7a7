using Harvis.Generation.GitHubActions.Documents;
using Harvis.Generation.GitHubActions.Expressions;
using Harvis.Generation.Yaml;

namespace Harvis.Generation.GitHubActions.Jobs;

/// <summary>Runs of one job that differ in some values.</summary>
/// <remarks>https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstrategy.</remarks>
public sealed record JobStrategy
{
    /// <summary>The most runs of one job that GitHub takes.</summary>
    public const int MaxRuns = 256;

    /// <summary>Values whose every combination is a run.</summary>
    public IReadOnlyList<(string Name, IReadOnlyList<YamlNode> Values)> Axes { get; init; } = [];

    /// <summary>Runs, or values added to them, one by one.</summary>
    public IReadOnlyList<IReadOnlyList<(string Name, Template Value)>> Include { get; init; } = [];

    /// <summary>Combinations that aren't run.</summary>
    public IReadOnlyList<IReadOnlyList<(string Name, Template Value)>> Exclude { get; init; } = [];

    /// <summary>Whether the first failure cancels the other runs.</summary>
    public bool FailsFast { get; init; }

    /// <summary>How many run at a time; null for as many as there are runners.</summary>
    public int? MaxParallel { get; init; }

    internal YamlMap ToYaml() => YamlMap.Of(
        ("fail-fast", FailsFast),
        ("max-parallel", MaxParallel is { } most ? most : null),
        ("matrix", YamlMap.Of([.. Axes.Select(axis => (axis.Name, (YamlNode?)new YamlList(axis.Values))), ("include", Runs(Include)), ("exclude", Runs(Exclude))])));

    static YamlList? Runs(IReadOnlyList<IReadOnlyList<(string Name, Template Value)>> runs) =>
        runs.Count == 0 ? null : new YamlList([.. runs.Select(run => YamlTexts.Of(run) ?? YamlMap.Of())]);
}
