using Harvis.Generation.GitHubActions.Expressions;
using Harvis.Generation.GitHubActions.Jobs;
using Harvis.Generation.GitHubActions.Triggers;
using Harvis.Generation.Yaml;

namespace Harvis.Generation.GitHubActions.Documents;

/// <summary>
/// A workflow file, as https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax has it. Where the syntax has
/// optional defaults, null or empty leaves the key out.
/// </summary>
public sealed record Workflow
{
    /// <summary>Its name; GitHub reads no expressions in it.</summary>
    public required string Name { get; init; }

    /// <summary>What a run is called.</summary>
    public Template? RunName { get; init; }

    /// <summary>What starts it.</summary>
    public required IReadOnlyList<WorkflowTrigger> Triggers { get; init; }

    /// <summary>What jobs may do that don't say it themselves; null for what the repository's settings allow.</summary>
    public WorkflowPermissions? Permissions { get; init; }

    /// <summary>Environment variables of all jobs.</summary>
    public IReadOnlyList<(string Name, Template Value)> Variables { get; init; } = [];

    /// <summary>How scripts are run.</summary>
    public RunDefaults? Defaults { get; init; }

    /// <summary>How many runs there are at a time.</summary>
    public WorkflowConcurrency? Concurrency { get; init; }

    /// <summary>Its jobs.</summary>
    public required IReadOnlyList<WorkflowJob> Jobs { get; init; }

    /// <summary>Raw parts, merged into the document.</summary>
    public IReadOnlyList<YamlMap> Parts { get; init; } = [];

    /// <summary>Lines of comment above it.</summary>
    public IReadOnlyList<string> Header { get; init; } = [];

    /// <summary>The document.</summary>
    public YamlMap ToYaml() => RawParts.Merge(
        YamlMap.Of(
            ("name", Name),
            ("run-name", RunName is null ? null : new YamlText(RunName.ToString())),
            ("on", YamlMap.Of(Triggers.Select(trigger => (trigger.Name, (YamlNode?)trigger.ToYaml())))),
            ("permissions", Permissions?.ToYaml()),
            ("env", YamlTexts.Of(Variables)),
            ("defaults", Defaults?.ToYaml()),
            ("concurrency", Concurrency?.ToYaml()),
            ("jobs", YamlMap.Of(Jobs.Select(job => (job.Id, (YamlNode?)job.ToYaml()))))),
        Parts);

    /// <summary>The file's text.</summary>
    public string ToText() => YamlWriter.Write(ToYaml(), Header);
}
