using Harvis.Engine.Processes;
using Harvis.Engine.Tools;
using Harvis.Engine.Tools.Provisioning;
using Shouldly;
using Xunit;

namespace Harvis.Engine.Tests.Tools;

public sealed class ProvisionerTests
{
    const string Apt = "env LC_ALL=C DEBIAN_FRONTEND=noninteractive apt-get -q -o Acquire::Retries=3 ";
    const string Install = Apt + "-o DPkg::Lock::Timeout=120 install";

    [Theory]
    [InlineData("debian-12", Machines.Bookworm)]
    [InlineData("debian-13", Machines.Trixie)]
    [InlineData("ubuntu", Machines.Noble)]
    public async Task Provision_BareMachine_GetsEverything(string name, string osRelease)
    {
        var machine = Machines.Bare(osRelease);
        if (name != "debian-12") machine.On(Install, then: () => machine.WithPackages().WithPlugins());

        var result = await machine.ProvisionAsync();

        result.ExitCode.ShouldBe(0);
        GoldenFile.ShouldMatch(Scenario.Transcript(machine, result), $"provision-{name}");
    }

    [Fact]
    public async Task Provision_SecondTime_RunsNothingButVersions()
    {
        var machine = Machines.Bare(Machines.Bookworm);
        await machine.ProvisionAsync();
        machine.ForgetCommands();

        (await machine.ProvisionAsync()).ExitCode.ShouldBe(0);

        machine.Commands.ShouldAllBe(command => command.EndsWith("version", StringComparison.Ordinal));
        machine.Log[^1].ShouldBe("Everything that is needed is here.");
    }

    [Fact]
    public async Task Provision_DryRun_SaysEverythingAndRunsNothing()
    {
        var machine = Machines.Bare(Machines.Bookworm);

        var result = await machine.ProvisionAsync(options: Scenario.Options with { DryRun = true });

        result.ExitCode.ShouldBe(0);
        GoldenFile.ShouldMatch(Scenario.Transcript(machine, result), "provision-dry-run");
    }

    [Fact]
    public async Task Provision_NotRootButSudo_AsksSudoForWhatNeedsRootOnly()
    {
        var machine = Machines.Bare(Machines.Bookworm).On("id -u", "1000\n")
            .On("sudo -n install -D");
        machine.On("sudo -n " + Install, then: () => machine.WithPackages().WithPlugins()).On("sudo -n setsid", then: () => machine.WithEngine());

        var result = await machine.ProvisionAsync();

        result.ExitCode.ShouldBe(0);
        GoldenFile.ShouldMatch(string.Join('\n', machine.Commands), "provision-sudo-commands");
    }

    [Fact]
    public async Task Provision_NeitherRootNorSudo_RefusesWithTheCommands()
    {
        var machine = Machines.Bare(Machines.Bookworm).On("id -u", "1000\n").On("sudo -n", "", 1, "sudo: a password is required");

        var result = await machine.ProvisionAsync();

        result.ExitCode.ShouldBe(1);
        machine.Commands.ShouldNotContain(command => command.Contains("apt-get", StringComparison.Ordinal));
        GoldenFile.ShouldMatch(Scenario.Transcript(machine, result), "provision-no-rights");
    }

    [Theory]
    [InlineData("fedora", Machines.Fedora)]
    [InlineData("alpine", "ID=alpine\nPRETTY_NAME=\"Alpine Linux v3.20\"\nVERSION_ID=3.20.1")]
    public async Task Provision_OtherSystem_HintsAndRunsNothing(string name, string osRelease)
    {
        var machine = new FakeMachine { Files = { ["/etc/os-release"] = osRelease } };

        var result = await machine.ProvisionAsync();

        result.ExitCode.ShouldBe(1);
        GoldenFile.ShouldMatch(Scenario.Transcript(machine, result), $"provision-{name}");
    }

    [Fact]
    public async Task Provision_MacOs_HintsAndRunsNothing()
    {
        var machine = new FakeMachine { Files = { ["/System/Library/CoreServices/SystemVersion.plist"] = "" } };

        GoldenFile.ShouldMatch(Scenario.Transcript(machine, await machine.ProvisionAsync()), "provision-macos");
    }

    [Fact]
    public async Task Provision_UnknownPackage_FailsAtOnceWithAptsWords()
    {
        var machine = Machines.Bare(Machines.Bookworm).On(Install, "", 100, "E: Unable to locate package docker-registry\n");

        var result = await machine.ProvisionAsync();

        machine.Commands.Count(command => command.StartsWith(Install, StringComparison.Ordinal)).ShouldBe(1);
        GoldenFile.ShouldMatch(Scenario.Transcript(machine, result), "provision-apt-fails");
    }

    [Theory]
    [InlineData(2, 0)]
    [InlineData(3, 1)]
    public async Task Provision_NetworkFails_TriesThreeTimes(int failures, int exitCode)
    {
        var machine = Machines.Bare(Machines.Bookworm);
        var tries = 0;
        machine.On(Install, (command, _) =>
        {
            if (tries++ < failures) return Task.FromResult(new ProcessResult(command, 100, "", "E: Failed to fetch x  Temporary failure resolving 'mirror.test'"));
            machine.WithPackages();
            return Task.FromResult(new ProcessResult(command, 0, "", ""));
        });

        (await machine.ProvisionAsync()).ExitCode.ShouldBe(exitCode);

        tries.ShouldBe(3);
        machine.Log.ShouldContain("Warning: apt-get install met \"E: Failed to fetch x  Temporary failure resolving 'mirror.test'\"; again in 0 s.");
    }

    [Fact]
    public async Task Provision_EarlierInstallationCutOff_FinishesItFirst()
    {
        var machine = Machines.Bare(Machines.Bookworm);
        var isInterrupted = true;
        machine
            .On("env LC_ALL=C DEBIAN_FRONTEND=noninteractive dpkg --configure -a", then: () => isInterrupted = false)
            .On(Install, (command, _) =>
            {
                if (isInterrupted) return Task.FromResult(new ProcessResult(command, 100, "", "E: dpkg was interrupted, you must manually run 'dpkg --configure -a' to correct the problem."));
                machine.WithPackages();
                return Task.FromResult(new ProcessResult(command, 0, "", ""));
            });

        (await machine.ProvisionAsync()).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Provision_OneSourceIsBroken_GoesOnWithAWarning()
    {
        var machine = Machines.Bare(Machines.Bookworm).On(Apt + "update", "", 0, "W: Failed to fetch https://example.test/other/  404");

        (await machine.ProvisionAsync()).ExitCode.ShouldBe(0);

        machine.Log.ShouldContain("Warning: Not every package list could be refreshed: W: Failed to fetch https://example.test/other/  404");
    }

    [Fact]
    public async Task Provision_NoNetworkAtAll_NamesTheNetworkNotThePackage()
    {
        var machine = Machines.Bare(Machines.Bookworm)
            .On(Apt + "update", "", 0, "W: Failed to fetch http://mirror.test/debian/  Could not connect\nW: Some index files failed to download.")
            .On(Install, "", 100, "E: Unable to locate package docker.io");

        GoldenFile.ShouldMatch(Scenario.Transcript(machine, await machine.ProvisionAsync()), "provision-no-network");
    }

    [Fact]
    public async Task Provision_SuiteIsNotSigned_FailsAndTidiesUp()
    {
        var machine = Machines.Bare(Machines.Bookworm)
            .On(Apt + "-c /repo", "", 100, "E: The repository 'http://mirror.test/debian trixie InRelease' is not signed.");

        var result = await machine.ProvisionAsync();

        result.Diagnostics.ShouldHaveSingleItem().Code.ToString().ShouldBe("HRV1206");
        result.Diagnostics[0].Message.ShouldContain("is not signed");
        machine.Commands.ShouldContain("rm -rf /repo/.nuke/temp/provision/trixie");
        machine.Commands.ShouldNotContain(command => command.StartsWith("install ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Provision_NoDebianSource_SaysSo()
    {
        var machine = Machines.Bare(Machines.Bookworm).On(Apt + "indextargets", "Other|bookworm|main|https://example.test/\n");

        (await machine.ProvisionAsync()).Diagnostics.ShouldHaveSingleItem().Message.ShouldEndWith("apt on this machine has no source of Debian's main component, so there is no mirror to take it from.");
    }

    [Fact]
    public async Task Provision_InstallationHangs_Fails()
    {
        var machine = Machines.Bare(Machines.Bookworm).Hangs(Install);

        (await machine.ProvisionAsync()).Diagnostics.ShouldHaveSingleItem().Code.ToString().ShouldBe("HRV1206");
    }

    [Fact]
    public async Task Provision_CancelledInTheMiddle_EndsAndTidiesUp()
    {
        using var cancellation = new CancellationTokenSource();
        var machine = Machines.Bare(Machines.Bookworm).On("tee ", then: cancellation.Cancel);

        await Should.ThrowAsync<OperationCanceledException>(() => machine.ProvisionAsync(cancellationToken: cancellation.Token));

        machine.Commands[^1].ShouldBe("rm -rf /repo/.nuke/temp/provision/trixie");
    }

    [Fact]
    public async Task Provision_StillTooOldAfterwards_SaysSo()
    {
        var tool = ToolCatalogue.Git with { MinimumVersion = new Version(3, 0) };

        var result = await Machines.Bare(Machines.Bookworm).ProvisionAsync([new ToolNeed(tool, "Scan")]);

        result.Diagnostics.ShouldHaveSingleItem().Code.ToString().ShouldBe("HRV1202");
    }

    [Fact]
    public async Task Provision_OtherMachinesEngineIsDown_LeavesThisMachineAlone()
    {
        var machine = Machines.Complete(Machines.Bookworm).On("docker version", "", 1, "no");
        machine.Variables["DOCKER_HOST"] = "tcp://builder:2375";

        var result = await machine.ProvisionAsync([new ToolNeed(ToolCatalogue.DockerEngine, "dev")]);

        result.Plan.Steps.ShouldBeEmpty();
        result.Diagnostics.ShouldHaveSingleItem().Remedy.ShouldBe("Start that engine, or unset DOCKER_HOST.");
    }
}
