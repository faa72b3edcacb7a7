using Harvis.Generation.Yaml;

namespace Harvis.Generation.GitLabCi.Syntax;

/// <summary>The pipeline that a job starts: https://docs.gitlab.com/ci/yaml/#trigger. Closed.</summary>
public abstract record GitLabTrigger
{
    private GitLabTrigger()
    {
    }

    /// <summary>Whether the job ends as that pipeline ends. The default is true: otherwise its failure would be ignored.</summary>
    public bool WaitsForIt { get; init; } = true;

    /// <summary>Whether variables of the run (of a person or a schedule) are handed on. The default is false.</summary>
    public bool ForwardsPipelineVariables { get; init; }

    /// <summary>A child pipeline from a file of the project.</summary>
    /// <param name="Path">The file's path.</param>
    public sealed record Child(string Path) : GitLabTrigger;

    /// <summary>A child pipeline from a file that another job has left.</summary>
    /// <param name="Artifact">The file's path.</param>
    /// <param name="Job">The job's name.</param>
    public sealed record GeneratedChild(string Artifact, string Job) : GitLabTrigger;

    /// <summary>A pipeline of another project.</summary>
    /// <param name="Project">The project's path.</param>
    /// <param name="Branch">The branch, or null for its default.</param>
    public sealed record OtherProject(string Project, string? Branch = null) : GitLabTrigger;

    internal YamlMap ToYaml() => YamlMap.Of(
    [
        .. Where(),
        ("strategy", SyntaxNode.Text(WaitsForIt ? "depend" : null)),
        ("forward", ForwardsPipelineVariables ? YamlMap.Of(("pipeline_variables", true)) : null),
    ]);

    IEnumerable<(string, YamlNode?)> Where() => this switch
    {
        Child child => [("include", new YamlList([YamlMap.Of(("local", child.Path))]))],
        GeneratedChild child => [("include", new YamlList([YamlMap.Of(("artifact", child.Artifact), ("job", child.Job))]))],
        OtherProject other => [("project", other.Project), ("branch", SyntaxNode.Text(other.Branch))],
        _ => throw new InvalidOperationException($"There is no way to write a {GetType().Name}."),
    };
}
