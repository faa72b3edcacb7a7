using Harvis.Generation.GitHubActions.Documents;
using Harvis.Generation.Yaml;

namespace Harvis.Generation.GitHubActions.Rules;

/// <summary>A workflow as its file says it, raw parts and all: what rules look at.</summary>
/// <param name="Workflow">The workflow.</param>
/// <param name="Map">Its document.</param>
sealed record DocumentView(Workflow Workflow, YamlMap Map)
{
    /// <summary>The view of a workflow.</summary>
    public static DocumentView Of(Workflow workflow) => new(workflow, workflow.ToYaml());

    /// <summary>The names of the events that start it.</summary>
    public IReadOnlyList<string> Events => [.. YamlLookup.Entries(YamlLookup.Find(Map, "on")).Select(entry => entry.Key)];

    /// <summary>Its jobs.</summary>
    public IReadOnlyList<JobView> Jobs { get; } =
        [.. YamlLookup.Entries(YamlLookup.Find(Map, "jobs")).Select(entry => new JobView(entry.Key, entry.Value, Workflow.Jobs.FirstOrDefault(job => job.Id == entry.Key)))];

    /// <summary>The steps of all jobs.</summary>
    public IEnumerable<StepView> Steps => Jobs.SelectMany(job => job.Steps);

    /// <summary>Whether tags or releases start it: it may publish what its caches hold.</summary>
    public bool IsForReleases => Events.Contains("release") || (YamlLookup.Find(YamlLookup.Find(Map, "on"), "push") is { } push
        && (YamlLookup.Find(push, "tags") is not null || YamlLookup.Find(push, "branches") is null));
}
