using Harvis.Generation.Yaml;

namespace Harvis.Generation.GitLabCi.Syntax;

/// <summary>A release that a job makes: https://docs.gitlab.com/ci/yaml/#release.</summary>
/// <param name="TagName">Its tag; made from <see cref="Ref"/> where it isn't there.</param>
/// <param name="Description">What is in it, or the file that says it.</param>
public sealed record GitLabRelease(string TagName, string Description)
{
    /// <summary>Its name; null for the tag's.</summary>
    public string? Name { get; init; }

    /// <summary>The commit, tag or branch that it is made from, or null.</summary>
    public string? Ref { get; init; }

    /// <summary>Links to what belongs to it.</summary>
    public IReadOnlyList<(string Name, Uri Url)> Links { get; init; } = [];

    internal YamlMap ToYaml() => YamlMap.Of(
        ("tag_name", TagName),
        ("name", SyntaxNode.Text(Name)),
        ("description", Description),
        ("ref", SyntaxNode.Text(Ref)),
        ("assets", SyntaxNode.Map([("links", SyntaxNode.Items([.. Links.Select(link => YamlMap.Of(("name", link.Name), ("url", link.Url.ToString())))]))])));
}
