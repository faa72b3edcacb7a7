using Harvis.Engine.Dsl;
using Harvis.Engine.Parameters;
using Harvis.Engine.Planning;
using Harvis.Model.Diagnostics;
using Harvis.Model.Names;

namespace Harvis.Engine.Commands;

/// <summary>Finds what the targets of a plan require and don't have, before anything runs.</summary>
static class Requirements
{
    public static IReadOnlyList<UnmetRequirement> Check(Plan plan, BuildGraph graph, IReadOnlyList<ParameterDeclaration> parameters) =>
    [
        .. from node in plan.Nodes
           where node.SkipReason is null
           from requirement in graph.WorkOf(node.Node).Requirements
           let unmet = Check(node, requirement, parameters)
           where unmet is not null
           select unmet,
    ];

    static UnmetRequirement? Check(PlannedNode node, Requirement requirement, IReadOnlyList<ParameterDeclaration> parameters)
    {
        switch (requirement)
        {
            case Requirement.OfParameter { IsSet: false } unset:
                var parameter = parameters.FirstOrDefault(parameter => ParameterName.Same(parameter.Name, unset.Name.TrimStart('_')));
                return new UnmetRequirement(parameter, new Diagnostic(
                    DiagnosticCodes.MissingParameter,
                    $"Target \"{node.Node.Name}\" requires {(parameter is { IsSecret: true } ? "secret" : "parameter")} \"{unset.Name}\", which isn't set.",
                    parameter is null ? "" : $"Set {ParameterBinder.Sources(parameter)}.") { Location = node.Node.Location });
            case Requirement.OfCondition { Holds: false } condition:
                return new UnmetRequirement(null, new Diagnostic(
                    DiagnosticCodes.UnmetRequirement,
                    $"Target \"{node.Node.Name}\" requires {condition.Why}, which doesn't hold.") { Location = node.Node.Location });
            default:
                return null;
        }
    }
}
