using Harvis.Generation.Yaml;

namespace Harvis.Generation.GitLabCi.Syntax;

/// <summary>Files that a job leaves: https://docs.gitlab.com/ci/yaml/#artifacts.</summary>
public sealed record GitLabArtifacts
{
    /// <summary>What they are called, or null.</summary>
    public string? Name { get; init; }

    /// <summary>Which files, as globs relative to the project.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>Which of these not.</summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>After which ends: on success, on failure or always. The default is always.</summary>
    public GitLabWhen When { get; init; } = GitLabWhen.Always;

    /// <summary>How long they are kept; null for GitLab's own limit.</summary>
    public TimeSpan? ExpireIn { get; init; }

    /// <summary>Who may read them: <c>all</c>, <c>developer</c>, <c>maintainer</c> or <c>none</c>; null for GitLab's default, all who see the project.</summary>
    public string? Access { get; init; }

    /// <summary>Reports by kind (<c>junit</c>, <c>dotenv</c>, <c>sast</c>, …), and their files.</summary>
    public IReadOnlyList<(string Kind, IReadOnlyList<string> Files)> Reports { get; init; } = [];

    internal YamlMap ToYaml() => YamlMap.Of(
        ("name", SyntaxNode.Text(Name)),
        ("paths", SyntaxNode.Texts(Paths)),
        ("exclude", SyntaxNode.Texts(Exclude)),
        ("when", SyntaxNode.Word(When)),
        ("expire_in", SyntaxNode.Duration(ExpireIn)),
        ("access", SyntaxNode.Text(Access)),
        ("reports", SyntaxNode.Map(Reports.Select(report => (report.Kind, SyntaxNode.Texts(report.Files))))));
}
