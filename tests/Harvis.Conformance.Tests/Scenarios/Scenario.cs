namespace Harvis.Conformance.Tests.Scenarios;

/// <summary>A build as a user writes it, whose CI files lie beside it. Its class is named Pipeline, its namespace after its folder.</summary>
public abstract class Scenario : HarvisBuild
{
    /// <summary>What becomes one pipeline: by default every target that has a trigger.</summary>
    public virtual CiPlanRequest Request => new() { Name = "pipeline" };

    /// <summary>A body that starts a program.</summary>
    protected static TargetBody Run(string program, params string[] arguments) =>
        async (run, ct) => (await run.Processes.RunAsync(new ProcessCommand(program, arguments), ct)).EnsureSuccess();
}
