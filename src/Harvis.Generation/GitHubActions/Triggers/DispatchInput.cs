using Harvis.Generation.Yaml;

namespace Harvis.Generation.GitHubActions.Triggers;

/// <summary>A value that a person chooses when starting a workflow.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What can be chosen.</param>
/// <remarks>https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#onworkflow_dispatchinputs.</remarks>
public sealed record DispatchInput(string Name, DispatchInputKind Kind)
{
    /// <summary>What it means, for people.</summary>
    public string? Description { get; init; }

    /// <summary>Whether something must be chosen.</summary>
    public bool IsRequired { get; init; }

    /// <summary>What it is where nothing is chosen.</summary>
    public string? Default { get; init; }

    /// <summary>What can be chosen, for <see cref="DispatchInputKind.Choice"/>.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    internal YamlMap ToYaml() => YamlMap.Of(
        ("description", Description is null ? null : new YamlText(Description)),
        ("required", IsRequired),
        ("type", Kind.ToString().ToLowerInvariant()),
        ("default", Default is null ? null : Kind == DispatchInputKind.Boolean ? new YamlTruth(Default == "true") : new YamlText(Default)),
        ("options", Options.Count == 0 ? null : YamlList.Of(Options)));
}
