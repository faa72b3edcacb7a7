using Harvis.Generation.GitHubActions.Documents;
using Harvis.Generation.GitHubActions.Expressions;
using Harvis.Generation.GitHubActions.Steps;
using Harvis.Generation.Yaml;

namespace Harvis.Generation.GitHubActions.Jobs;

/// <summary>A job that a runner does, step by step.</summary>
public sealed record RunnerJob : WorkflowJob
{
    /// <summary>The labels that the runner must have; one for a hosted runner.</summary>
    public required IReadOnlyList<Template> RunsOn { get; init; }

    /// <summary>The environment whose rules and secrets count, or null.</summary>
    public JobEnvironment? Environment { get; init; }

    /// <summary>Environment variables of all its steps.</summary>
    public IReadOnlyList<(string Name, Template Value)> Variables { get; init; } = [];

    /// <summary>How its scripts are run.</summary>
    public RunDefaults? Defaults { get; init; }

    /// <summary>What other jobs can take from it.</summary>
    public IReadOnlyList<(string Name, Template Value)> Outputs { get; init; } = [];

    /// <summary>How long it may take, in minutes; null for GitHub's 360.</summary>
    public int? TimeoutMinutes { get; init; }

    /// <summary>Whether the workflow goes on although it failed: see HRV2111.</summary>
    public bool ContinuesOnError { get; init; }

    /// <summary>The container that its steps run in, or null.</summary>
    public JobContainer? Container { get; init; }

    /// <summary>The containers beside it, by the host name that reaches them.</summary>
    public IReadOnlyList<(string Name, JobContainer Container)> Services { get; init; } = [];

    /// <summary>What it does, in order.</summary>
    public required IReadOnlyList<WorkflowStep> Steps { get; init; }

    private protected override IEnumerable<(string Key, YamlNode? Value)> Body() =>
    [
        ("runs-on", RunsOn.Count == 1 ? YamlTexts.Of(RunsOn[0]) : YamlList.Of(RunsOn.Select(label => label.ToString()))),
        ("timeout-minutes", TimeoutMinutes is { } minutes ? minutes : null),
        ("continue-on-error", ContinuesOnError ? true : null),
        ("environment", Environment?.ToYaml()),
        ("outputs", YamlTexts.Of(Outputs)),
        ("env", YamlTexts.Of(Variables)),
        ("defaults", Defaults?.ToYaml()),
        ("container", Container?.ToYaml()),
        ("services", Services.Count == 0 ? null : YamlMap.Of(Services.Select(service => (service.Name, (YamlNode?)service.Container.ToYaml())))),
        ("steps", new YamlList([.. Steps.Select(step => step.ToYaml())])),
    ];
}
