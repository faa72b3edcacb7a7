using Harvis.Engine.Dsl;
using Harvis.Engine.Planning;
using Harvis.Engine.Tools;

namespace Harvis.Engine.Commands;

/// <summary>Finds the tools that the targets of a plan require.</summary>
static class ToolNeeds
{
    public static IReadOnlyList<ToolNeed> Of(Plan plan, BuildGraph graph) =>
    [
        .. (from node in plan.Nodes
            where node.SkipReason is null
            from requirement in graph.WorkOf(node.Node).Requirements.OfType<Requirement.OfTool>()
            select new ToolNeed(requirement.Tool, node.Node.Target)).Distinct(),
    ];
}
