using Harvis.Generation.Yaml;

namespace Harvis.Generation.GitHubActions.Triggers;

/// <summary>A secret that a called workflow is given.</summary>
/// <param name="Name">Its name.</param>
public sealed record CallSecret(string Name)
{
    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>Whether a caller must give it.</summary>
    public bool IsRequired { get; init; }

    internal YamlMap ToYaml() => YamlMap.Of(("description", Description is null ? null : new YamlText(Description)), ("required", IsRequired));
}
