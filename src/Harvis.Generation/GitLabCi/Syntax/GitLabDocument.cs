using Harvis.Generation.Yaml;

namespace Harvis.Generation.GitLabCi.Syntax;

/// <summary>A pipeline's configuration: https://docs.gitlab.com/ci/yaml/.</summary>
public sealed record GitLabDocument
{
    /// <summary>Values that whoever includes or starts it sets.</summary>
    public IReadOnlyList<GitLabSpecInput> Inputs { get; init; } = [];

    /// <summary>Configuration from elsewhere.</summary>
    public IReadOnlyList<GitLabInclude> Includes { get; init; } = [];

    /// <summary>Which events make a pipeline; null for all.</summary>
    public GitLabWorkflow? Workflow { get; init; }

    /// <summary>Variables of all jobs.</summary>
    public IReadOnlyList<GitLabVariable> Variables { get; init; } = [];

    /// <summary>What every job is unless it says otherwise.</summary>
    public GitLabDefault Default { get; init; } = new();

    /// <summary>The stages, in order.</summary>
    public required IReadOnlyList<string> Stages { get; init; }

    /// <summary>The jobs.</summary>
    public required IReadOnlyList<GitLabJob> Jobs { get; init; }

    /// <summary>What this record has no word for: merged into it, lists appended.</summary>
    public IReadOnlyList<YamlMap> Parts { get; init; } = [];

    /// <summary>Lines of comment above it.</summary>
    public IReadOnlyList<string> Header { get; init; } = [];

    /// <summary>The file's text; with inputs, it is two YAML documents.</summary>
    public string ToYaml()
    {
        var body = Body();
        if (Inputs.Count == 0) return YamlWriter.Write(body, Header);
        var inputs = YamlMap.Of(Inputs.Select(input => (input.Name, (YamlNode?)input.ToYaml())));
        return $"{YamlWriter.Write(YamlMap.Of(("spec", YamlMap.Of(("inputs", inputs)))), Header)}---\n{YamlWriter.Write(body)}";
    }

    internal YamlMap Body() => Parts.Aggregate(Own(), YamlMerge.Of);

    YamlMap Own() => YamlMap.Of(
    [
        ("include", SyntaxNode.Items([.. Includes.Select(include => include.ToYaml())])),
        ("workflow", Workflow?.ToYaml()),
        ("variables", GitLabVariable.ToYaml(Variables)),
        ("default", Default.ToYaml()),
        ("stages", SyntaxNode.Texts(Stages)),
        .. Jobs.Select(job => (job.Name, (YamlNode?)job.ToYaml())),
    ]);
}
