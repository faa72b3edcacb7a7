using Harvis.Generation.GitHubActions.Expressions;
using Harvis.Generation.Yaml;

namespace Harvis.Generation.GitHubActions.Documents;

/// <summary>Of the runs or jobs of one group, one runs at a time.</summary>
/// <param name="Group">The group's name.</param>
/// <param name="CancelsRunning">Whether a new one ends the one that runs: "true", "false" or an expression; null for false.</param>
/// <remarks>https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#concurrency.</remarks>
public sealed record WorkflowConcurrency(Template Group, Expression? CancelsRunning)
{
    internal YamlMap ToYaml() => YamlMap.Of(("group", Group.ToString()), ("cancel-in-progress", CancelsRunning switch
    {
        null => false,
        Expression.Truth truth => truth.IsTrue,
        _ => YamlTexts.If(CancelsRunning),
    }));
}
