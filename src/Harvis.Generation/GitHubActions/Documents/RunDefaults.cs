using Harvis.Generation.Yaml;

namespace Harvis.Generation.GitHubActions.Documents;

/// <summary>How scripts are run where their steps don't say it.</summary>
public sealed record RunDefaults
{
    /// <summary>bash, pwsh, python, sh, cmd or powershell.</summary>
    public string? Shell { get; init; }

    /// <summary>The folder they start in.</summary>
    public string? WorkingDirectory { get; init; }

    internal YamlMap ToYaml() => YamlMap.Of(("run", YamlMap.Of(
        ("shell", Shell is null ? null : new YamlText(Shell)),
        ("working-directory", WorkingDirectory is null ? null : new YamlText(WorkingDirectory)))));
}
