using Harvis.Generation.GitHubActions.Documents;
using Harvis.Generation.GitHubActions.Expressions;
using Harvis.Generation.Yaml;

namespace Harvis.Generation.GitHubActions.Steps;

/// <summary>A step that runs a script.</summary>
/// <param name="Script">The script. Values in it become part of it: see HRV2102.</param>
public sealed record RunStep(Template Script) : WorkflowStep
{
    /// <summary>What runs it; null for the runner's default.</summary>
    public string? Shell { get; init; }

    /// <summary>The folder it starts in; null for the repository's root.</summary>
    public string? WorkingDirectory { get; init; }

    private protected override IEnumerable<(string Key, YamlNode? Value)> Body() =>
    [
        ("shell", Shell is null ? null : new YamlText(Shell)),
        ("working-directory", WorkingDirectory is null ? null : new YamlText(WorkingDirectory)),
        ("run", YamlTexts.Of(Script)),
    ];
}
