using Harvis.Generation.GitHubActions.Documents;
using Harvis.Generation.GitHubActions.Expressions;
using Harvis.Generation.Yaml;

namespace Harvis.Generation.GitHubActions.Steps;

/// <summary>A step of a job: <see cref="RunStep"/> or <see cref="UsesStep"/>.</summary>
/// <remarks>https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idsteps.</remarks>
public abstract record WorkflowStep
{
    private protected WorkflowStep()
    {
    }

    /// <summary>What people see.</summary>
    public Template? Name { get; init; }

    /// <summary>What other steps call it.</summary>
    public string? Id { get; init; }

    /// <summary>When it runs; null for: when the steps before it succeeded.</summary>
    public Expression? If { get; init; }

    /// <summary>Its environment variables.</summary>
    public IReadOnlyList<(string Name, Template Value)> Variables { get; init; } = [];

    /// <summary>Whether the job goes on although it failed: see HRV2111.</summary>
    public bool ContinuesOnError { get; init; }

    /// <summary>How long it may take, in minutes; null for as long as the job.</summary>
    public int? TimeoutMinutes { get; init; }

    internal YamlMap ToYaml() => YamlMap.Of(
    [
        ("name", YamlTexts.Of(Name)),
        ("id", Id is null ? null : new YamlText(Id)),
        ("if", YamlTexts.If(If)),
        .. Body(),
        ("env", YamlTexts.Of(Variables)),
        ("continue-on-error", ContinuesOnError ? true : null),
        ("timeout-minutes", TimeoutMinutes is { } minutes ? minutes : null),
    ]);

    private protected abstract IEnumerable<(string Key, YamlNode? Value)> Body();
}
