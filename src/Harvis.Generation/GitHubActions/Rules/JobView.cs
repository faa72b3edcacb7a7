using Harvis.Generation.GitHubActions.Documents;
using Harvis.Generation.GitHubActions.Jobs;
using Harvis.Generation.Yaml;

namespace Harvis.Generation.GitHubActions.Rules;

/// <summary>A job as the file says it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Node">Its part of the document.</param>
/// <param name="Job">The typed job; null for one that a raw part added.</param>
sealed record JobView(string Id, YamlNode Node, WorkflowJob? Job)
{
    /// <summary>Its steps.</summary>
    public IReadOnlyList<StepView> Steps => [.. YamlLookup.Items(YamlLookup.Find(Node, "steps")).Select((step, index) => new StepView(this, index, step))];

    /// <summary>The labels of its runner.</summary>
    public IReadOnlyList<string> RunsOn => [.. YamlLookup.Texts(YamlLookup.Find(Node, "runs-on"))];

    /// <summary>The container that it runs in and those beside it, with their names.</summary>
    public IEnumerable<(string Name, YamlNode Container)> Containers =>
    [
        .. YamlLookup.Find(Node, "container") is { } own ? [("container", own)] : Array.Empty<(string, YamlNode)>(),
        .. YamlLookup.Entries(YamlLookup.Find(Node, "services")),
    ];

    /// <summary>Whether it calls a workflow.</summary>
    public bool IsCall => YamlLookup.Find(Node, "uses") is not null;

    /// <summary>Where it is, in words.</summary>
    public string Where => $"Job \"{Id}\"";
}
