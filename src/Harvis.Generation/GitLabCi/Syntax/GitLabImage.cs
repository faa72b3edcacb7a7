using Harvis.Generation.Yaml;
using Harvis.Model.Images;

namespace Harvis.Generation.GitLabCi.Syntax;

/// <summary>The image that a job runs in: https://docs.gitlab.com/ci/yaml/#image.</summary>
/// <param name="Reference">The image, by digest.</param>
public sealed record GitLabImage(ImageReference Reference)
{
    /// <summary>What it starts with instead of its own; null for its own.</summary>
    public IReadOnlyList<string>? Entrypoint { get; init; }

    /// <summary>Which of an index's platforms; null for that of the runner.</summary>
    public Platform? Platform { get; init; }

    /// <summary>The user that it runs as, or null for the image's.</summary>
    public string? User { get; init; }

    internal YamlMap ToYaml() => YamlMap.Of(
        ("name", Reference.ToString()),
        ("entrypoint", Entrypoint is null ? null : YamlList.Of(Entrypoint)),
        ("docker", SyntaxNode.Map([("platform", SyntaxNode.Text(Platform?.ToString())), ("user", SyntaxNode.Text(User))])));
}
