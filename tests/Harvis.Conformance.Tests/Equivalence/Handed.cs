using Harvis.Engine.Handovers;

namespace Harvis.Conformance.Tests.Equivalence;

/// <summary>What a job's variables tell the engine of the jobs before it.</summary>
static class Handed
{
    public static IReadOnlyList<string> Expected(StartedJob started) => started.Variables.GetValueOrDefault(Handover.TakesVariable, "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static bool IsTriggered(StartedJob started) => started.Variables.GetValueOrDefault(Handover.TriggeredVariable) == "true";
}
