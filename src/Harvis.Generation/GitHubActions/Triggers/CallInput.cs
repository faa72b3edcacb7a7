using Harvis.Generation.Yaml;

namespace Harvis.Generation.GitHubActions.Triggers;

/// <summary>A value that a called workflow is given.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">boolean, number or string.</param>
public sealed record CallInput(string Name, string Type)
{
    /// <summary>What it means, for people.</summary>
    public string? Description { get; init; }

    /// <summary>Whether a caller must give it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>What it is where the caller gives nothing: a text, number or truth value.</summary>
    public YamlNode? Default { get; init; }

    internal YamlMap ToYaml() =>
        YamlMap.Of(("description", Description is null ? null : new YamlText(Description)), ("required", IsRequired ? true : null), ("type", Type), ("default", Default));
}
