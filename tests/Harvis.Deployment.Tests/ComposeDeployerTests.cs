using System.Net;
using System.Net.Sockets;
using Harvis.Deployment.Compose;
using Harvis.Engine.Processes;
using Harvis.Model.Diagnostics;
using Shouldly;
using static Harvis.Deployment.Tests.PlayedDocker;

namespace Harvis.Deployment.Tests;

public sealed class ComposeDeployerTests : IDisposable
{
    const string Document = "name: shop\nservices: {}\n";
    static readonly string Id = ComposeRelease.IdOf(Document);
    static readonly string Older = ComposeRelease.IdOf("older");

    readonly string _folder = Path.Combine(Directory.CreateTempSubdirectory("harvis-deploy-").FullName, "environments", "dev");
    readonly RecordedLog _log = new();

    [Fact]
    public async Task Deploy_EverythingRunsHealthyAlready_ChangesNothing()
    {
        var docker = new PlayedDocker().Lists(Container("shop-web-1", Id), Container("shop-store-1", Id, status: "Up 3 days"));

        (await DeployAsync(docker)).ShouldBeFalse();

        docker.Verbs.ShouldBe(["ps"]);
        Directory.Exists(_folder).ShouldBeFalse();
        _log.Text.ShouldContain("runs already: 2 healthy containers");
    }

    public static TheoryData<string, string[]> Changed => new()
    {
        { "nothing runs", [] },
        { "one is missing", [Container("shop-web-1", Id)] },
        { "one is too many", [Container("shop-web-1", Id), Container("shop-store-1", Id), Container("shop-old-1", Id)] },
        { "another release", [Container("shop-web-1", Id), Container("shop-store-1", Older)] },
        { "started by hand", [Container("shop-web-1", Id), Container("shop-store-1", "")] },
        { "unhealthy", [Container("shop-web-1", Id, status: "Up 2 minutes (unhealthy)"), Container("shop-store-1", Id)] },
        { "starting", [Container("shop-web-1", Id, status: "Up 1 second (health: starting)"), Container("shop-store-1", Id)] },
        { "stopped", [Container("shop-web-1", Id, "exited", "Exited (0) 1 second ago"), Container("shop-store-1", Id)] },
        { "restarting", [Container("shop-web-1", Id, "restarting", "Restarting (1) 3 seconds ago"), Container("shop-store-1", Id)] },
    };

    [Theory]
    [MemberData(nameof(Changed))]
    public async Task Deploy_SomethingDiffers_StartsTheWrittenDocumentAndWaits(string why, string[] containers)
    {
        var written = "";
        var docker = new PlayedDocker { DuringUp = () => written = File.ReadAllText(Path.Combine(_folder, "compose.yaml")) }.Lists(containers);

        (await DeployAsync(docker)).ShouldBeTrue(why);

        written.ShouldBe(Document);
        File.ReadAllBytes(Path.Combine(_folder, "compose.yaml"))[0].ShouldBe((byte)'n', "there is no byte order mark");
        string.Join(' ', docker.Up.Arguments).ShouldBe(
            $"compose --project-name shop --file {Path.Combine(_folder, "compose.yaml")} --ansi never up --detach --remove-orphans --wait --wait-timeout 300");
        docker.Up.Timeout.ShouldBeGreaterThan(ComposeDeployer.HealthTime);
    }

    [Fact]
    public async Task Deploy_ContainersStayUnhealthy_NamesThemAndShowsTheirLogs()
    {
        var docker = new PlayedDocker { UpExitCode = 1, UpError = "container shop-web-1 is unhealthy", Logs = "web-1  | no database\n" }
            .Lists()
            .Lists(Container("shop-web-1", Id, status: "Up 5 minutes (unhealthy)"), Container("shop-store-1", Id), Container("shop-job-1", Id, "exited", "Exited (3) 1 minute ago"));

        var failed = await Should.ThrowAsync<DiagnosticException>(() => DeployAsync(docker));

        failed.Message.ShouldBe(
            "HRV6102: These containers of shop aren't healthy: shop-web-1 (Up 5 minutes (unhealthy)), shop-job-1 (Exited (3) 1 minute ago). "
            + "Their last log lines are above; correct the cause and run the target again.");
        _log.Text.ShouldContain("Error: web-1  | no database");
        docker.Verbs.ShouldBe(["ps", "up", "ps", "logs"]);
    }

    [Fact]
    public async Task Deploy_ComposeItselfFails_SaysWhatItSaid()
    {
        var docker = new PlayedDocker { UpExitCode = 15, UpError = "Pulling web\nError response from daemon: manifest unknown.\n" }.Lists();

        var failed = await Should.ThrowAsync<DiagnosticException>(() => DeployAsync(docker));

        failed.Message.ShouldStartWith("HRV6102: Compose could not start shop: Error response from daemon: manifest unknown.");
        _log.Text.ShouldNotContain("Error:", customMessage: "nothing ran, so there are no log lines");
    }

    [Fact]
    public async Task Deploy_EngineDoesNotAnswer_FailsBeforeAnythingChanges()
    {
        var docker = new PlayedDocker { ListExitCode = 1 };

        var failed = await Should.ThrowAsync<ProcessFailedException>(() => DeployAsync(docker));

        failed.Message.ShouldContain("Cannot connect to the Docker daemon");
        docker.Verbs.ShouldBe(["ps"]);
    }

    [Fact]
    public async Task Deploy_PortInUse_RefusesBeforeAnythingChanges()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var docker = new PlayedDocker().Lists();

        var failed = await Should.ThrowAsync<DiagnosticException>(() => DeployAsync(docker, (((IPEndPoint)other.LocalEndpoint).Port, "web")));

        failed.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(DeploymentCodes.PortInUse);
        docker.Verbs.ShouldBe(["ps"]);
        Directory.Exists(_folder).ShouldBeFalse();
    }

    [Fact]
    public async Task Deploy_PortHeldByItsOwnOlderContainer_Goes()
    {
        using var own = new TcpListener(IPAddress.Loopback, 0);
        own.Start();
        var port = ((IPEndPoint)own.LocalEndpoint).Port;
        var docker = new PlayedDocker().Lists(Container("shop-web-1", Older, ports: $"127.0.0.1:{port}->80/tcp"));

        (await DeployAsync(docker, (port, "web"))).ShouldBeTrue();
    }

    [Fact]
    public async Task Deploy_Cancelled_StartsNothing()
    {
        var docker = new PlayedDocker().Lists();
        var deployer = new ComposeDeployer(docker.Runner, _log, _folder);

        await Should.ThrowAsync<OperationCanceledException>(() => deployer.DeployAsync(new ComposeRelease("shop", Document, 2, []), Id, new CancellationToken(true)));

        docker.Verbs.ShouldBeEmpty();
    }

    [Fact]
    public void IdOf_OtherBytes_IsAnotherId()
    {
        ComposeRelease.IdOf(Document).ShouldBe(Id);
        ComposeRelease.IdOf(Document + "\n").ShouldNotBe(Id);
        Id.Length.ShouldBe(32);
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(Path.GetDirectoryName(_folder))!, recursive: true);

    Task<bool> DeployAsync(PlayedDocker docker, params (int, string)[] ports) =>
        new ComposeDeployer(docker.Runner, _log, _folder).DeployAsync(new ComposeRelease("shop", Document, 2, ports), Id, TestContext.Current.CancellationToken);
}
