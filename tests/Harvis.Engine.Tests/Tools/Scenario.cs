using Harvis.Engine.Tools;
using Harvis.Engine.Tools.Inspection;
using Harvis.Engine.Tools.Machines;
using Harvis.Engine.Tools.Provisioning;
using Xunit;

namespace Harvis.Engine.Tests.Tools;

/// <summary>Inspects and provisions a machine that is only told of.</summary>
static class Scenario
{
    public static readonly IReadOnlyList<ToolNeed> Needs =
    [
        new(ToolCatalogue.Git, "Scan"),
        new(ToolCatalogue.Docker, "dev"),
        new(ToolCatalogue.DockerEngine, "dev"),
        new(ToolCatalogue.DockerCompose, "dev"),
        new(ToolCatalogue.DockerBuildx, "BuildImages"),
        new(ToolCatalogue.DockerEngine, "BuildImages"),
        new(ToolCatalogue.DockerRegistry, "Push"),
        new(ToolCatalogue.Mmdebstrap, "BuildImages"),
    ];

    public static ToolInspector Inspector(this FakeMachine machine) => new(machine, machine, machine, machine);

    public static HostSystem System(this FakeMachine machine) => HostSystem.Read(machine, machine);

    public static Task<IReadOnlyList<ToolStatus>> InspectAsync(this FakeMachine machine, params IReadOnlyList<ToolNeed> needs) =>
        machine.Inspector().InspectAsync(needs, TestContext.Current.CancellationToken);

    public static async Task<ToolState> StateAsync(this FakeMachine machine, Tool tool) =>
        (await machine.InspectAsync(new ToolNeed(tool, "test")))[0].State;

    public static ProvisionOptions Options { get; } = new()
    {
        TemporaryFolder = "/repo/.nuke/temp/provision",
        RetryDelays = [TimeSpan.Zero, TimeSpan.Zero],
        StartTimeout = TimeSpan.FromSeconds(0.3),
    };

    public static Task<ProvisionResult> ProvisionAsync(
        this FakeMachine machine, IReadOnlyList<ToolNeed>? needs = null, ProvisionOptions? options = null, CancellationToken? cancellationToken = null)
    {
        var provisioner = new Provisioner(machine, machine, machine, machine.Inspector(), machine.System(), machine, new Microsoft.Extensions.Time.Testing.FakeTimeProvider());
        return provisioner.ProvisionAsync(needs ?? Needs, options ?? Options, cancellationToken ?? TestContext.Current.CancellationToken);
    }

    /// <summary>Everything a person sees, and everything that was run.</summary>
    public static string Transcript(FakeMachine machine, ProvisionResult result) => string.Join('\n',
    [
        "## said", .. machine.Log,
        "## ran", .. machine.Commands,
        "## diagnostics", .. result.Diagnostics.Select(diagnostic => $"{diagnostic.Severity}: {diagnostic}"),
        $"## exit code {result.ExitCode}",
    ]);
}
