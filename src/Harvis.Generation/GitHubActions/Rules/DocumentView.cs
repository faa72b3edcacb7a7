using Harvis.Generation.GitHubActions.Documents;
using Harvis.Generation.Yaml;

namespace Harvis.Generation.GitHubActions.Rules;

/// <summary>A workflow as its file says it, raw parts and all: what rules look at.</summary>
sealed class DocumentView
{
    /// <summary>The view of a workflow.</summary>
    public DocumentView(Workflow workflow)
    {
        var typed = workflow.Jobs.ToLookup(job => job.Id, StringComparer.Ordinal);
        Map = workflow.ToYaml();
        Events = [.. YamlLookup.Entries(YamlLookup.Find(Map, "on")).Select(entry => entry.Key)];
        Jobs = [.. YamlLookup.Entries(YamlLookup.Find(Map, "jobs")).Select(entry => new JobView(entry.Key, entry.Value, typed[entry.Key].FirstOrDefault()))];
        Steps = [.. Jobs.SelectMany(job => job.Steps)];
    }

    /// <summary>Its document.</summary>
    public YamlMap Map { get; }

    /// <summary>The names of the events that start it.</summary>
    public IReadOnlyList<string> Events { get; }

    /// <summary>Its jobs.</summary>
    public IReadOnlyList<JobView> Jobs { get; }

    /// <summary>The steps of all jobs.</summary>
    public IReadOnlyList<StepView> Steps { get; }

    /// <summary>Whether tags or releases start it: it may publish what its caches hold.</summary>
    public bool IsForReleases => Events.Contains("release") || (YamlLookup.Find(YamlLookup.Find(Map, "on"), "push") is { } push
        && (YamlLookup.Find(push, "tags") is not null || YamlLookup.Find(push, "branches") is null));
}
