using Harvis.Generation.GitHubActions.Expressions;
using Harvis.Generation.Yaml;

namespace Harvis.Generation.GitHubActions.Triggers;

/// <summary>A value that a called workflow gives back.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">What it is: an output of one of its jobs.</param>
public sealed record CallOutput(string Name, Template Value)
{
    /// <summary>What it means, for people.</summary>
    public string? Description { get; init; }

    internal YamlMap ToYaml() => YamlMap.Of(("description", Description is null ? null : new YamlText(Description)), ("value", Value.ToString()));
}
