using Harvis.Generation.GitHubActions.Steps;
using Harvis.Generation.Yaml;
using Harvis.Model.Targets;
using Harvis.Model.Triggers;

namespace Harvis.Generation.GitHubActions.Plans;

/// <summary>Another workflow that runs as a job of this one, once all that it needs has succeeded.</summary>
/// <param name="Id">The job's id.</param>
/// <param name="Workflow">The workflow.</param>
public sealed record CalledWorkflow(string Id, StepAction Workflow)
{
    /// <summary>What people see; null for the id.</summary>
    public string? Title { get; init; }

    /// <summary>The ids of the jobs that must have succeeded.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>For which of the plan's triggers it runs; empty for all.</summary>
    public IReadOnlyList<Trigger> Triggers { get; init; } = [];

    /// <summary>What its jobs may do beyond reading the code: at least all that they ask for.</summary>
    public IReadOnlyList<Permission> Permissions { get; init; } = [];

    /// <summary>What it is given.</summary>
    public IReadOnlyList<(string Name, YamlNode Value)> Inputs { get; init; } = [];

    /// <summary>The secrets that it is given, by the names of their parameters.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];
}
