using System.Net;
using System.Net.Sockets;
using Harvis.Deployment.Compose;
using Harvis.Engine.Logging;
using Harvis.Engine.Processes;
using Harvis.Model.Diagnostics;
using Harvis.Testing.Logging;
using Harvis.Testing.Processes;
using Shouldly;

namespace Harvis.Deployment.Tests.Compose;

/// <summary>What the deployer asks of Docker, and what it makes of the answers.</summary>
public sealed class ComposeDeployerTests : IDisposable
{
    const string Id = "0123456789abcdef0123456789abcdef";
    const string Healthy = $"shop-api-1\trunning\tUp 2 minutes (healthy)\t{Id}\t\nshop-db-1\trunning\tUp 2 minutes\t{Id}\t\n";

    static readonly ComposeRelease Release = new("shop", "name: shop\n", 2, []);

    readonly string _folder = Path.Combine(Directory.CreateTempSubdirectory("harvis-deploy-").FullName, "dev");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);

    [Fact]
    public async Task Deploy_NothingRuns_WritesTheFileAndStartsIt()
    {
        var docker = new FakeCompose { After = Healthy };

        (await DeployAsync(docker)).ShouldBeTrue();

        docker.Typed(_folder).ShouldBe(
        [
            "docker ps --all --no-trunc --filter label=com.docker.compose.project=shop --format '" + ComposeContainer.Template + "'",
            "docker compose --project-name shop --file FOLDER/compose.yaml --ansi never up --detach --remove-orphans --wait --wait-timeout 300",
        ]);
        (await File.ReadAllBytesAsync(Path.Combine(_folder, "compose.yaml"), TestContext.Current.CancellationToken)).ShouldBe("name: shop\n"u8.ToArray());
        docker.Log.Of(LogLevel.Info).ShouldBe(["Starting release 0123456789ab of shop: 2 containers."]);
    }

    [Fact]
    public async Task Deploy_UnchangedRelease_TouchesNothing()
    {
        var docker = new FakeCompose { Before = Healthy };

        (await DeployAsync(docker)).ShouldBeFalse();

        docker.Processes.Commands.Count.ShouldBe(1, "It only looked.");
        Directory.Exists(_folder).ShouldBeFalse();
        docker.Log.Of(LogLevel.Info).ShouldBe(["Release 0123456789ab runs already: 2 healthy containers."]);
    }

    [Theory]
    [InlineData($"shop-api-1\trunning\tUp 2 minutes (healthy)\t{Id}\t\n")] // one is missing
    [InlineData($"{Healthy}shop-old-1\trunning\tUp 2 minutes\t{Id}\t\n")] // one too many
    [InlineData($"shop-api-1\trunning\tUp 2 minutes (healthy)\tolder\t\nshop-db-1\trunning\tUp 2 minutes\t{Id}\t\n")]
    [InlineData($"shop-api-1\trunning\tUp 2 minutes (unhealthy)\t{Id}\t\nshop-db-1\trunning\tUp 2 minutes\t{Id}\t\n")]
    [InlineData($"shop-api-1\trunning\tUp 1 second (health: starting)\t{Id}\t\nshop-db-1\trunning\tUp 2 minutes\t{Id}\t\n")]
    [InlineData($"shop-api-1\texited\tExited (1) 2 minutes ago\t{Id}\t\nshop-db-1\trunning\tUp 2 minutes\t{Id}\t\n")]
    [InlineData($"shop-api-1\trunning\tUp 2 minutes\t\t\nshop-db-1\trunning\tUp 2 minutes\t{Id}\t\n")]
    public async Task Deploy_SomethingElseRuns_StartsTheRelease(string before)
    {
        var docker = new FakeCompose { Before = before, After = Healthy };

        (await DeployAsync(docker)).ShouldBeTrue();

        docker.Processes.Commands.Count(command => command.Arguments.Contains("up")).ShouldBe(1);
    }

    [Fact]
    public async Task Deploy_ContainersFail_NamesThemAndShowsTheirLastLinesOnce()
    {
        var docker = new FakeCompose
        {
            UpCode = 1,
            UpError = "container shop-api-1 is unhealthy\n",
            After = $"shop-api-1\trunning\tUp 5 minutes (unhealthy)\t{Id}\t\nshop-db-1\texited\tExited (3) 2 minutes ago\t{Id}\t\n",
            Logs = "api-1  | no database\ndb-1   | out of memory\n",
        };

        var failed = await Should.ThrowAsync<DiagnosticException>(() => DeployAsync(docker));

        failed.Message.ShouldBe(
            "HRV6102: These containers of shop aren't healthy: shop-api-1 (Up 5 minutes (unhealthy)), shop-db-1 (Exited (3) 2 minutes ago). "
            + "Their last log lines are above; correct the cause and run the target again.");
        docker.Typed(_folder)[^1].ShouldBe("docker compose --project-name shop --file FOLDER/compose.yaml --ansi never logs --no-color --tail 40");
        docker.Log.Of(LogLevel.Error).ShouldBe(["api-1  | no database\ndb-1   | out of memory"]);
        docker.Log.Entries.Count(entry => entry.Text.Contains("no database", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task Deploy_ComposeItselfFails_SaysWhatItSaid()
    {
        var docker = new FakeCompose { UpCode = 14, UpError = "Pulling\nError response from daemon: manifest unknown.\n", After = "" };

        (await Should.ThrowAsync<DiagnosticException>(() => DeployAsync(docker))).Diagnostics[0].Message
            .ShouldBe("Compose could not start shop: Error response from daemon: manifest unknown.");
    }

    [Fact]
    public async Task Deploy_EngineNotRunning_FailsWithItsWordsBeforeAnythingIsWritten()
    {
        var processes = new FakeProcessRunner().Plays("docker", "", 1, "Cannot connect to the Docker daemon\n");

        var failed = await Should.ThrowAsync<ProcessFailedException>(() =>
            new ComposeDeployer(processes, new RecordingLog(), _folder).DeployAsync(Release, Id, TestContext.Current.CancellationToken));

        failed.Message.ShouldContain("Cannot connect to the Docker daemon");
        Directory.Exists(_folder).ShouldBeFalse();
    }

    [Fact]
    public async Task Deploy_DockerNotInstalled_SaysSo() =>
        (await Should.ThrowAsync<ProgramNotFoundException>(() =>
            new ComposeDeployer(new FakeProcessRunner(), new RecordingLog(), _folder).DeployAsync(Release, Id, TestContext.Current.CancellationToken))).Program.ShouldBe("docker");

    [Fact]
    public async Task Deploy_CancelledBefore_RunsNothing()
    {
        var docker = new FakeCompose();
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => DeployAsync(docker, cancel.Token));

        docker.Processes.Commands.ShouldBeEmpty();
    }

    [Fact]
    public async Task Deploy_CancelledWhileWaiting_StopsWaitingAndLeavesTheContainers()
    {
        var docker = new FakeCompose { Hangs = true };
        using var cancel = new CancellationTokenSource();

        var deploy = DeployAsync(docker, cancel.Token);
        await docker.Started.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => deploy);
        docker.Processes.Commands.Count.ShouldBe(2, "It looked and started; nothing was stopped, and nothing is explained that didn't fail.");
    }

    [Fact]
    public async Task Deploy_PortTaken_StartsNothing()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        var docker = new FakeCompose();

        var refused = await Should.ThrowAsync<DiagnosticException>(() =>
            new ComposeDeployer(docker.Processes, docker.Log, _folder).DeployAsync(Release with { Ports = [(port, "api")] }, Id, TestContext.Current.CancellationToken));

        refused.Diagnostics.Single().Code.ShouldBe(DeploymentCodes.PortInUse);
        docker.Processes.Commands.Count.ShouldBe(1);
        Directory.Exists(_folder).ShouldBeFalse();
    }

    [Fact]
    public void IdOf_Document_FollowsFromItsText()
    {
        ComposeRelease.IdOf("a").ShouldBe("ca978112ca1bbdcafac231b39a23dc4d");
        ComposeRelease.IdOf("b").ShouldNotBe(ComposeRelease.IdOf("a"));
    }

    Task<bool> DeployAsync(FakeCompose docker, CancellationToken? cancellationToken = null) =>
        new ComposeDeployer(docker.Processes, docker.Log, _folder).DeployAsync(Release, Id, cancellationToken ?? TestContext.Current.CancellationToken);
}
