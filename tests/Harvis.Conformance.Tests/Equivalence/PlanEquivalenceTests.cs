using CsCheck;
using Harvis.Conformance.Tests.Equivalence.Cases;
using Harvis.Conformance.Tests.Equivalence.Local;
using Harvis.Model.Ci;
using Shouldly;

namespace Harvis.Conformance.Tests.Equivalence;

/// <summary>
/// What the plan says is what the engine does. Left out, as different by design: targets that share a job (they fail together, so the random
/// graphs have no such stage) and conditions (a job runs and its engine asks them).
/// </summary>
public sealed class PlanEquivalenceTests
{
    const int Cases = 2000;

    [Fact]
    public void Plan_RandomGraphsAndEvents_RunsWhatTheEngineRuns()
    {
        var judged = 0;
        GraphCases.All.Sample(
            graphCase =>
            {
                var planning = CiPlanner.Plan(graphCase.Graph, new CiPlanRequest { Name = "pipeline" });
                if (planning.Diagnostics.Count > 0) return;
                Interlocked.Increment(ref judged);
                var local = LocalRun.Of(graphCase.Graph, graphCase.Happened, graphCase.Succeeds);
                var planned = PlanRun.Of(graphCase.Graph, planning.Plan, graphCase.Happened, graphCase.Succeeds);
                Comparison.Check(graphCase, local, planned, "the plan");
            },
            iter: Cases * 2,
            print: graphCase => graphCase.ToString());
        judged.ShouldBeGreaterThan(Cases);
    }
}
