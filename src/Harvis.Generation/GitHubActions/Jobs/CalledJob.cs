using Harvis.Generation.GitHubActions.Documents;
using Harvis.Generation.GitHubActions.Expressions;
using Harvis.Generation.GitHubActions.Steps;
using Harvis.Generation.Yaml;

namespace Harvis.Generation.GitHubActions.Jobs;

/// <summary>A job that is another workflow.</summary>
/// <remarks>https://docs.github.com/actions/how-tos/reuse-automations/reuse-workflows.</remarks>
public sealed record CalledJob : WorkflowJob
{
    /// <summary>The workflow: a file of this repository, or a pinned one of another.</summary>
    public required StepAction Uses { get; init; }

    /// <summary>What it is given.</summary>
    public IReadOnlyList<(string Name, YamlNode Value)> Inputs { get; init; } = [];

    /// <summary>The secrets that it is given.</summary>
    public IReadOnlyList<(string Name, Template Value)> Secrets { get; init; } = [];

    /// <summary>Whether it gets all secrets: see HRV2105.</summary>
    public bool InheritsSecrets { get; init; }

    private protected override IEnumerable<(string Key, YamlNode? Value)> Body() =>
    [
        ("uses", Uses.ToYaml()),
        ("with", Inputs.Count == 0 ? null : new YamlMap(Inputs)),
        ("secrets", InheritsSecrets ? new YamlText("inherit") : YamlTexts.Of(Secrets)),
    ];
}
