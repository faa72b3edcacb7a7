using Harvis.Engine.Tools;
using Harvis.Engine.Tools.Provisioning;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace Harvis.Engine.Tests.Tools;

public sealed class EngineStarterTests
{
    const string Detached = "setsid -f sh -c 'exec dockerd >/var/log/dockerd.log 2>&1 </dev/null'";

    static readonly ToolNeed[] Engine = [new(ToolCatalogue.DockerEngine, "dev")];

    [Fact]
    public async Task Start_SystemdIsPid1_UsesSystemctl()
    {
        var machine = Machines.Bare(Machines.Noble);
        machine.Files["/proc/1/comm"] = "systemd\n";
        machine.On("systemctl start docker", then: () => machine.WithEngine());

        (await machine.ProvisionAsync(Engine)).ExitCode.ShouldBe(0);

        machine.Commands.ShouldContain("systemctl start docker");
        machine.Commands.ShouldNotContain(Detached);
    }

    [Fact]
    public async Task Start_InitScriptWorks_UsesIt()
    {
        var machine = Machines.Bare(Machines.Bookworm);
        machine.Files["/etc/init.d/docker"] = "";
        machine.On("service docker start", then: () => machine.WithEngine());

        (await machine.ProvisionAsync(Engine)).ExitCode.ShouldBe(0);

        machine.Commands.ShouldNotContain(Detached);
    }

    [Fact]
    public async Task Start_InitScriptMayNotSetLimits_StartsDetached()
    {
        var machine = Machines.Bare(Machines.Bookworm).On("service docker start", "", 2, "/etc/init.d/docker: 86: ulimit: error setting limit (Operation not permitted)");
        machine.Files["/etc/init.d/docker"] = "";

        (await machine.ProvisionAsync(Engine)).ExitCode.ShouldBe(0);

        machine.Log.ShouldContain("\"service docker start\" can't do it here (/etc/init.d/docker: 86: ulimit: error setting limit (Operation not permitted)).");
        machine.Commands.ShouldContain(Detached);
    }

    [Fact]
    public async Task Start_PackageStartedItAlready_RunsNothing()
    {
        var machine = Machines.Bare(Machines.Noble);
        machine.On("env LC_ALL=C DEBIAN_FRONTEND=noninteractive apt-get -q -o Acquire::Retries=3 -o DPkg::Lock::Timeout=120 install", then: () => machine.WithPackages().WithEngine());

        (await machine.ProvisionAsync(Engine)).ExitCode.ShouldBe(0);

        machine.Commands.ShouldNotContain(Detached);
    }

    [Theory]
    [InlineData(Machines.Bookworm)]
    [InlineData(Machines.Fedora)]
    public async Task Start_InstalledAlready_InstallsNothing(string osRelease)
    {
        var machine = Machines.Bare(osRelease);
        machine.Files["/usr/bin/dockerd"] = "";

        var result = await machine.ProvisionAsync(Engine);

        result.ExitCode.ShouldBe(0);
        result.Plan.Steps.ShouldBe([new ProvisionStep.StartEngine()]);
        machine.Commands.ShouldNotContain(command => command.Contains("apt-get", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("pid-file", "failed to start daemon: pid file found, ensure docker is not running or delete /var/run/docker.pid")]
    [InlineData("configuration", "unable to configure the Docker daemon with file /etc/docker/daemon.json: invalid character 'b' looking for beginning of object key string")]
    [InlineData("no-iptables", "failed to start daemon: Error initializing network controller: error obtaining controller instance: failed to create NAT chain DOCKER: Iptables not found")]
    [InlineData("no-rights", "failed to start daemon: Error initializing network controller: error obtaining controller instance: failed to create NAT chain DOCKER: iptables failed: iptables -t nat -N DOCKER: iptables v1.8.9 (nf_tables): Could not fetch rule set generation id: Permission denied (you must be root)\n (exit status 4)")]
    [InlineData("unknown", "failed to start daemon: something new")]
    public async Task Start_DaemonDies_ShowsItsLogAndWhatNext(string name, string log)
    {
        var machine = Machines.Bare(Machines.Bookworm).On(Detached).On("tail -n 15 /var/log/dockerd.log", log);

        var result = await RunAsync(machine);

        result.ExitCode.ShouldBe(1);
        GoldenFile.ShouldMatch(string.Join('\n', [machine.Log[^1], .. result.Diagnostics.Select(diagnostic => diagnostic.ToString())]), $"engine-dies-{name}");
    }

    [Fact]
    public async Task Start_DaemonNeverAnswers_GivesUpAtTheLimit()
    {
        var machine = Machines.Bare(Machines.Bookworm).On(Detached).On("tail -n 15 /var/log/dockerd.log", "waiting");
        machine.Files["/var/run/docker.pid"] = "911";
        machine.Files["/proc/911/comm"] = "dockerd\n";

        var result = await RunAsync(machine);

        result.Diagnostics.ShouldHaveSingleItem().Message.ShouldEndWith("dockerd didn't answer within 60 s: waiting.");
    }

    [Fact]
    public async Task Start_LayersAreCopied_Warns()
    {
        var machine = Machines.Bare(Machines.Bookworm);
        machine.On("env LC_ALL=C DEBIAN_FRONTEND=noninteractive apt-get -q -o Acquire::Retries=3 -o DPkg::Lock::Timeout=120 install", then: () => machine.WithPackages().On("docker info", "vfs\n"));

        (await machine.ProvisionAsync(Engine)).ExitCode.ShouldBe(0);

        machine.Log.ShouldContain(line => line.StartsWith("Warning: The engine stores layers as full copies (vfs)", StringComparison.Ordinal));
    }

    // The clock moves by itself while the engine is waited for.
    static async Task<ProvisionResult> RunAsync(FakeMachine machine)
    {
        var clock = new FakeTimeProvider();
        var provisioner = new Provisioner(machine, machine, machine, machine.Inspector(), machine.System(), machine, clock);
        var running = provisioner.ProvisionAsync(Engine, new ProvisionOptions { TemporaryFolder = "/tmp/x" }, TestContext.Current.CancellationToken);
        while (!running.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        return await running;
    }
}
