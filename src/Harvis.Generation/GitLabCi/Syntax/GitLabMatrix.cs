using Harvis.Generation.Yaml;

namespace Harvis.Generation.GitLabCi.Syntax;

/// <summary>
/// Runs of a job with different variables, at most <see cref="MostLegs"/>: each entry is every combination of its values.
/// See https://docs.gitlab.com/ci/yaml/#parallelmatrix.
/// </summary>
/// <param name="Entries">The entries: variables and the values each takes.</param>
public sealed record GitLabMatrix(IReadOnlyList<IReadOnlyList<(string Name, IReadOnlyList<string> Values)>> Entries)
{
    /// <summary>How many runs a job can have.</summary>
    public const int MostLegs = 200;

    /// <summary>One variable and its values.</summary>
    public static GitLabMatrix Of(string name, IReadOnlyList<string> values) => new([[(name, values)]]);

    internal YamlMap ToYaml() => YamlMap.Of(("matrix", new YamlList([.. Entries.Select(Entry)])));

    // A '$' in a value would stand for another variable.
    static YamlNode Entry(IReadOnlyList<(string Name, IReadOnlyList<string> Values)> entry) => YamlMap.Of(entry.Select(variable =>
        (variable.Name, (YamlNode?)YamlList.Of(variable.Values.Select(value => value.Replace("$", "$$", StringComparison.Ordinal))))));
}
