using Harvis.Engine.Planning;
using Harvis.Model.Targets;

namespace Harvis.Engine.Tests.Planning;

/// <summary>A generated graph and what is asked of it.</summary>
sealed record RandomBuild(TargetGraph Graph, PlanRequest Request)
{
    public override string ToString() =>
        $"{string.Join(Environment.NewLine, Graph.Nodes.Select(Describe))}\nasked {string.Join(' ', Request.Targets)}"
        + (Request.Skip is { } skip ? $" --skip {string.Join(' ', skip)}" : "")
        + (Request.Only ? " --only" : "");

    static string Describe(TargetNode node)
    {
        IEnumerable<(string Word, IEnumerable<string> Values)> parts =
        [
            ("needs", node.DependsOn), ("joins", node.Joins), ("after", node.After), ("before", node.Before), ("triggers", node.Triggers),
            ("if", node.Conditions.Select(condition => $"{condition.Holds?.ToString() ?? "asked"}")),
            ("uses", node.Uses.Select(use => $"{use.Count}/{use.Resource.Capacity} {use.Resource.Name}")),
            ("", new[] { node.WhenSkipped == DependencyBehavior.Execute ? "keeps dependencies" : "", node.ProceedAfterFailure ? "proceeds" : "", node.AssuredAfterFailure ? "assured" : "" }.Where(word => word.Length > 0)),
        ];
        return $"{node.Name}: " + string.Join("; ", parts.Where(part => part.Values.Any()).Select(part => $"{part.Word} {string.Join(' ', part.Values)}".Trim()));
    }
}
