using Harvis.Generation.GitHubActions.Documents;
using Harvis.Generation.Yaml;

namespace Harvis.Generation.GitHubActions.Rules;

/// <summary>A step as the file says it.</summary>
/// <param name="Job">Its job.</param>
/// <param name="Index">Its place, from 0.</param>
/// <param name="Node">Its part of the document.</param>
sealed record StepView(JobView Job, int Index, YamlNode Node)
{
    /// <summary>The script, or null.</summary>
    public string? Run => YamlLookup.Text(Node, "run");

    /// <summary>The action, or null.</summary>
    public string? Uses => YamlLookup.Text(Node, "uses");

    /// <summary>The action without its version, or the empty text.</summary>
    public string Action => Uses?.Split('@')[0] ?? "";

    /// <summary>What the action is given under a name, as text; null for nothing.</summary>
    public string? Input(string name) => YamlLookup.Find(YamlLookup.Find(Node, "with"), name) switch
    {
        YamlText text => text.Value,
        YamlTruth truth => truth.Value ? "true" : "false",
        _ => null,
    };

    /// <summary>Where it is, in words.</summary>
    public string Where => $"{Job.Where}, step {Title}";

    string Title => (YamlLookup.Text(Node, "name") ?? Uses ?? Run?.Split('\n')[0]) is { } name ? $"\"{name}\"" : (Index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
