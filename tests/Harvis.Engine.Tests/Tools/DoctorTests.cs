using Harvis.Engine.Tools;
using Harvis.Engine.Tools.Doctor;
using Harvis.Engine.Tools.Inspection;
using Harvis.Engine.Tools.Machines;
using Harvis.Model.Diagnostics;
using Harvis.Model.Environments;
using Harvis.Model.Registries;
using Shouldly;
using Xunit;

namespace Harvis.Engine.Tests.Tools;

public sealed class DoctorTests
{
    static readonly IReadOnlyList<ToolNeed> Everything =
    [
        .. new[]
        {
            ToolCatalogue.Git, ToolCatalogue.Docker, ToolCatalogue.DockerEngine, ToolCatalogue.DockerCompose, ToolCatalogue.DockerBuildx, ToolCatalogue.DockerRegistry,
            ToolCatalogue.Mmdebstrap, ToolCatalogue.Skopeo, ToolCatalogue.Buildah, ToolCatalogue.Node, ToolCatalogue.Npm, ToolCatalogue.DotNet,
        }.Select(tool => new ToolNeed(tool, "Test")),
    ];

    [Fact]
    public async Task Doctor_EverythingIsHere_Succeeds()
    {
        var report = await ReportAsync(Machines.Complete(Machines.Bookworm), Scenario.Needs);

        report.ExitCode.ShouldBe(0);
        GoldenFile.ShouldMatch(Text(report), "doctor-complete");
    }

    [Fact]
    public async Task Doctor_EachThingThatCanBeWrong_TellsWhatAndWhatNext()
    {
        var machine = Machines.Complete(Machines.Bookworm).On("git --version", "git version 2.17.1").Without("mmdebstrap").Hangs("docker buildx").On("skopeo", "?");
        machine.Services.Clear();
        ToolNeed[] needs = [.. Scenario.Needs, new(ToolCatalogue.Skopeo, "Push") { IsOptional = true }, new(ToolCatalogue.RegistryAt(new Registry("localhost:5000") { Insecure = true }), "Push")];

        var report = await ReportAsync(machine, needs);

        report.ExitCode.ShouldBe(1);
        GoldenFile.ShouldMatch(Text(report), "doctor-everything-wrong");
    }

    [Fact]
    public async Task Doctor_EngineForbidden_NamesTheGroup()
    {
        var machine = Machines.Complete(Machines.Bookworm);
        machine.Services[$"unix://{Machines.Socket}/version"] = () => throw new ServiceUnreachableException($"this user may not open unix://{Machines.Socket}") { IsForbidden = true };

        GoldenFile.ShouldMatch(Text(await ReportAsync(machine, [new(ToolCatalogue.DockerEngine, "dev")])), "doctor-engine-forbidden");
    }

    [Fact]
    public async Task Doctor_OnlyOptionalIsMissing_Succeeds()
    {
        var report = await ReportAsync(Machines.Bare(Machines.Bookworm), [new(ToolCatalogue.Skopeo, "Push") { IsOptional = true }]);

        report.ExitCode.ShouldBe(0);
        report.Diagnostics.ShouldHaveSingleItem().Severity.ShouldBe(DiagnosticSeverity.Warning);
    }

    [Theory]
    [InlineData("debian-12", Machines.Bookworm)]
    [InlineData("debian-13", Machines.Trixie)]
    [InlineData("ubuntu", Machines.Noble)]
    [InlineData("fedora", Machines.Fedora)]
    [InlineData("alpine", "ID=alpine\nPRETTY_NAME=\"Alpine Linux v3.20\"\nVERSION_ID=3.20.1")]
    public async Task Doctor_NothingIsHere_NamesThePackagesOfTheSystem(string name, string osRelease)
    {
        var machine = new FakeMachine { Files = { ["/etc/os-release"] = osRelease } };

        GoldenFile.ShouldMatch(string.Join('\n', DoctorTable.Render(await ReportAsync(machine, Everything))), $"doctor-nothing-{name}");
    }

    [Fact]
    public async Task Doctor_NothingIsHereOnOtherSystems_NamesTheirPackages()
    {
        var mac = new FakeMachine { Files = { ["/System/Library/CoreServices/SystemVersion.plist"] = "" } };
        var windows = new FakeMachine { Variables = { ["OS"] = "Windows_NT" } };

        GoldenFile.ShouldMatch(string.Join('\n', DoctorTable.Render(await ReportAsync(mac, Everything))), "doctor-nothing-macos");
        GoldenFile.ShouldMatch(string.Join('\n', DoctorTable.Render(await ReportAsync(windows, Everything))), "doctor-nothing-windows");
    }

    [Fact]
    public async Task Render_WithStyle_ColoursTheStateAndKeepsColumns()
    {
        var report = await ReportAsync(Machines.Bare(Machines.Bookworm), [new(ToolCatalogue.Git, "a"), new(ToolCatalogue.Skopeo, "b")]);

        var lines = DoctorTable.Render(report, (status, text) => status.State.IsUsable ? $"<green>{text}</green>" : $"<red>{text}</red>");

        lines[1].ShouldContain("<green>ok     </green>");
        lines[2].ShouldContain("<red>missing</red>");
        lines.Select(line => line.Replace("<green>", "", StringComparison.Ordinal).Replace("</green>", "", StringComparison.Ordinal).Replace("<red>", "", StringComparison.Ordinal).Replace("</red>", "", StringComparison.Ordinal))
            .ShouldBe(DoctorTable.Render(report));
    }

    [Fact]
    public void NeedsOf_ComposeEnvironment_AreDockerItsEngineAndCompose() =>
        ToolCatalogue.NeedsOf(new DeliveryEnvironment("dev")).Select(need => $"{need.By}: {need.Tool}").ShouldBe(["dev: docker", "dev: docker engine", "dev: docker compose"]);

    static async Task<DoctorReport> ReportAsync(FakeMachine machine, IReadOnlyList<ToolNeed> needs) =>
        new(await machine.InspectAsync(needs), HostSystem.Read(machine, machine));

    static string Text(DoctorReport report) => string.Join('\n',
    [
        .. DoctorTable.Render(report), "",
        .. report.Diagnostics.Select(diagnostic => $"{diagnostic.Severity}: {diagnostic}"), $"exit code {report.ExitCode}",
    ]);
}
