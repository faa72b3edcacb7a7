using Harvis.Generation.GitHubActions.Documents;
using Harvis.Generation.GitHubActions.Expressions;
using Harvis.Generation.Yaml;

namespace Harvis.Generation.GitHubActions.Steps;

/// <summary>A step that runs an action.</summary>
/// <param name="Action">The action.</param>
public sealed record UsesStep(StepAction Action) : WorkflowStep
{
    /// <summary>What it is given.</summary>
    public IReadOnlyList<(string Name, YamlNode Value)> Inputs { get; init; } = [];

    /// <summary>Whether this is that action, whatever its version.</summary>
    public bool IsOf(string action) => Action is StepAction.Pinned pinned ? pinned.Pin.Action.ToString() == action : Action is StepAction.Unpinned other && other.Text.Split('@')[0] == action;

    /// <summary>What it is given under this name, as text; null for nothing.</summary>
    public string? Input(string name) => Inputs.Where(input => input.Name == name).Select(input => input.Value switch
    {
        YamlText text => text.Value,
        YamlTruth truth => truth.Value ? "true" : "false",
        YamlNumber number => number.Value.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => null,
    }).FirstOrDefault();

    private protected override IEnumerable<(string Key, YamlNode? Value)> Body() =>
        [("uses", Action.ToYaml()), ("with", Inputs.Count == 0 ? null : new YamlMap(Inputs))];
}
