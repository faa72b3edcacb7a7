using Harvis.Generation.Yaml;

namespace Harvis.Generation.GitLabCi.Syntax;

/// <summary>Files that a job keeps from one pipeline to the next: https://docs.gitlab.com/ci/yaml/#cache.</summary>
/// <param name="Key">What tells caches apart; where key files are named, what stands before their hash.</param>
/// <param name="Paths">What is kept, relative to the project.</param>
public sealed record GitLabCache(string Key, IReadOnlyList<string> Paths)
{
    /// <summary>How many key files there can be.</summary>
    public const int MostKeyFiles = 2;

    /// <summary>The files whose content makes the key; at most <see cref="MostKeyFiles"/>.</summary>
    public IReadOnlyList<string> KeyFiles { get; init; } = [];

    /// <summary>Caches that are taken where there is none with the key.</summary>
    public IReadOnlyList<string> FallbackKeys { get; init; } = [];

    /// <summary><c>pull</c>, <c>push</c> or <c>pull-push</c>, the default.</summary>
    public string Policy { get; init; } = "pull-push";

    internal YamlMap ToYaml() => YamlMap.Of(
        ("key", KeyFiles.Count == 0 ? Key : YamlMap.Of(("files", YamlList.Of(KeyFiles)), ("prefix", Key))),
        ("fallback_keys", SyntaxNode.Texts(FallbackKeys)),
        ("paths", YamlList.Of(Paths)),
        ("policy", Policy));
}
