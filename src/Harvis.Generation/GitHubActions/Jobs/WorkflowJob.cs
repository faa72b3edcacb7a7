using Harvis.Generation.GitHubActions.Documents;
using Harvis.Generation.GitHubActions.Expressions;
using Harvis.Generation.Yaml;

namespace Harvis.Generation.GitHubActions.Jobs;

/// <summary>A job of a workflow: <see cref="RunnerJob"/> or <see cref="CalledJob"/>.</summary>
public abstract record WorkflowJob
{
    private protected WorkflowJob()
    {
    }

    /// <summary>Its id: letters, digits, '-' and '_', starting with a letter or '_'.</summary>
    public required string Id { get; init; }

    /// <summary>What people see; null for its id.</summary>
    public Template? Name { get; init; }

    /// <summary>The ids of the jobs that it waits for.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>When it runs; null for: when all that it needs, directly or not, succeeded.</summary>
    public Expression? If { get; init; }

    /// <summary>What its token may do; null for what the workflow says.</summary>
    public WorkflowPermissions? Permissions { get; init; }

    /// <summary>How many of its group run at a time.</summary>
    public WorkflowConcurrency? Concurrency { get; init; }

    /// <summary>Runs it once per entry of a matrix.</summary>
    public JobStrategy? Strategy { get; init; }

    /// <summary>Raw parts, merged into it.</summary>
    public IReadOnlyList<YamlMap> Parts { get; init; } = [];

    internal YamlMap ToYaml() => RawParts.Merge(OwnYaml(), Parts);

    internal YamlMap OwnYaml() => YamlMap.Of(
    [
        ("name", YamlTexts.Of(Name)),
        ("needs", YamlTexts.Of(Needs)),
        ("if", YamlTexts.If(If)),
        ("permissions", Permissions?.ToYaml()),
        ("concurrency", Concurrency?.ToYaml()),
        ("strategy", Strategy?.ToYaml()),
        .. Body(),
    ]);

    private protected abstract IEnumerable<(string Key, YamlNode? Value)> Body();
}
