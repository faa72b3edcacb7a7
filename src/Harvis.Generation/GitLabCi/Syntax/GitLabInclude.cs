using Harvis.Generation.Yaml;

namespace Harvis.Generation.GitLabCi.Syntax;

/// <summary>Configuration from elsewhere: https://docs.gitlab.com/ci/yaml/#include. Closed.</summary>
public abstract record GitLabInclude
{
    private GitLabInclude()
    {
    }

    /// <summary>Its inputs: texts, numbers, truth values and lists.</summary>
    public IReadOnlyList<(string Name, YamlNode Value)> Inputs { get; init; } = [];

    /// <summary>A file of the same project.</summary>
    public sealed record Local(string Path) : GitLabInclude;

    /// <summary>A file of another project of the same instance.</summary>
    /// <param name="Path">The project's path.</param>
    /// <param name="Commit">The commit, in full: a branch would be other code each day.</param>
    /// <param name="File">The file's path.</param>
    public sealed record Project(string Path, string Commit, string File) : GitLabInclude;

    /// <summary>A component of the catalogue.</summary>
    /// <param name="Path">Its address without scheme: <c>gitlab.com/components/sast/sast</c>.</param>
    /// <param name="Version">A full commit or a full version, <c>1.2.3</c>.</param>
    public sealed record Component(string Path, string Version) : GitLabInclude;

    /// <summary>A template that GitLab brings along; it changes with GitLab.</summary>
    public sealed record Template(string Name) : GitLabInclude;

    /// <summary>A file somewhere.</summary>
    /// <param name="Url">Its address.</param>
    /// <param name="Integrity"><c>sha256-</c> and the Base64 of its hash.</param>
    public sealed record Remote(Uri Url, string Integrity) : GitLabInclude;

    internal YamlMap ToYaml() => YamlMap.Of([.. From(), ("inputs", SyntaxNode.Map(Inputs.Select(input => (input.Name, (YamlNode?)input.Value))))]);

    IEnumerable<(string, YamlNode?)> From() => this switch
    {
        Local local => [("local", local.Path)],
        Project project => [("project", project.Path), ("ref", project.Commit), ("file", project.File)],
        Component component => [("component", $"{component.Path}@{component.Version}")],
        Template template => [("template", template.Name)],
        Remote remote => [("remote", remote.Url.ToString()), ("integrity", remote.Integrity)],
        _ => throw new InvalidOperationException($"There is no way to write a {GetType().Name}."),
    };
}
