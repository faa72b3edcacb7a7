using Harvis.Engine.Processes;
using Harvis.Engine.Tools;
using Harvis.Engine.Tools.Inspection;
using Harvis.Model.Registries;
using Shouldly;
using Xunit;

namespace Harvis.Engine.Tests.Tools;

public sealed class ToolInspectorTests
{
    [Fact]
    public async Task Inspect_EverythingIsHere_FindsVersionsAndPaths()
    {
        var states = (await Machines.Complete(Machines.Bookworm).InspectAsync(Scenario.Needs)).ToDictionary(status => status.Tool.Name, status => status.State);

        states["git"].ShouldBe(new ToolState.Found(new Version(2, 39, 5), "/usr/bin/git"));
        states["docker engine"].ShouldBe(new ToolState.Found(new Version(20, 10, 24), Machines.Socket));
        states["docker compose"].ShouldBe(new ToolState.Found(new Version(2, 26, 1), "/usr/bin/docker"));
        states["docker buildx"].ShouldBe(new ToolState.Found(new Version(0, 13, 1), "/usr/bin/docker"));
        states.Values.ShouldAllBe(state => state.IsUsable);
    }

    [Fact]
    public async Task Inspect_NoProgram_Missing() =>
        (await Machines.Bare(Machines.Bookworm).StateAsync(ToolCatalogue.Skopeo)).ShouldBe(new ToolState.Missing("there is no program \"skopeo\" on PATH"));

    [Fact]
    public async Task Inspect_OldVersion_TooOld() =>
        (await Machines.Bare(Machines.Bookworm).On("git --version", "git version 2.17.1").StateAsync(ToolCatalogue.Git))
            .ShouldBe(new ToolState.TooOld(new Version(2, 17, 1), new Version(2, 25), "/usr/bin/git"));

    [Theory]
    [InlineData("", "\"git --version\" printed no version: it printed nothing")]
    [InlineData("Segmentation fault", "\"git --version\" printed no version: Segmentation fault")]
    [InlineData("git version 99999999999.1", "\"git --version\" printed no version: git version 99999999999.1")]
    public async Task Inspect_BrokenOutput_MissingWithWhatItPrinted(string output, string reason) =>
        (await Machines.Bare(Machines.Bookworm).On("git --version", output).StateAsync(ToolCatalogue.Git)).ShouldBe(new ToolState.Missing(reason));

    [Fact]
    public async Task Inspect_EndsWithACode_MissingWithItsFirstLine() =>
        (await Machines.Bare(Machines.Bookworm).WithPackages().StateAsync(ToolCatalogue.DockerCompose))
            .ShouldBe(new ToolState.Missing("\"docker compose version\" ended with code 1: docker: 'compose' is not a docker command."));

    [Fact]
    public async Task Inspect_ProgramHangs_Missing() =>
        (await Machines.Bare(Machines.Bookworm).Hangs("git").StateAsync(ToolCatalogue.Git)).ShouldBe(new ToolState.Missing("\"git --version\" didn't end within 10 s"));

    [Fact]
    public async Task Inspect_TwoNeedsOfOneTool_LooksOnceForTheHighestMinimum()
    {
        var machine = Machines.Bare(Machines.Bookworm);
        var newer = ToolCatalogue.Git with { MinimumVersion = new Version(2, 99) };

        var status = (await machine.InspectAsync(new ToolNeed(ToolCatalogue.Git, "Scan") { IsOptional = true }, new ToolNeed(newer, "Deploy"))).ShouldHaveSingleItem();

        status.State.ShouldBeOfType<ToolState.TooOld>();
        status.NeededBy.ShouldBe(["Scan", "Deploy"]);
        status.IsRequired.ShouldBeTrue();
        machine.Commands.ShouldBe(["git --version"]);
    }

    [Fact]
    public async Task Inspect_Twice_AsksOnceUntilForgotten()
    {
        var machine = Machines.Bare(Machines.Bookworm);
        var inspector = machine.Inspector();
        ToolNeed[] needs = [new(ToolCatalogue.Git, "Scan")];

        await inspector.InspectAsync(needs, TestContext.Current.CancellationToken);
        await inspector.InspectAsync(needs, TestContext.Current.CancellationToken);
        machine.Commands.Count.ShouldBe(1);

        inspector.Forget();
        await inspector.InspectAsync(needs, TestContext.Current.CancellationToken);
        machine.Commands.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Inspect_Cancelled_ThrowsAndIsNotRemembered()
    {
        var machine = Machines.Bare(Machines.Bookworm);
        var inspector = machine.Inspector();
        ToolNeed[] needs = [new(ToolCatalogue.Git, "Scan")];

        await Should.ThrowAsync<OperationCanceledException>(() => inspector.InspectAsync(needs, new CancellationToken(canceled: true)));

        (await inspector.InspectAsync(needs, TestContext.Current.CancellationToken))[0].State.IsUsable.ShouldBeTrue();
    }

    [Fact]
    public async Task Inspect_SeveralTools_AsksAllAtOnce()
    {
        var bothAsked = new TaskCompletionSource();
        var asked = 0;
        async Task<ProcessResult> Answer(ProcessCommand command, CancellationToken cancellationToken)
        {
            if (Interlocked.Increment(ref asked) == 2) bothAsked.SetResult();
            await bothAsked.Task.WaitAsync(TimeSpan.FromSeconds(10), cancellationToken);
            return new ProcessResult(command, 0, "version 9.9.9", "");
        }

        var machine = new FakeMachine().On("git", Answer).On("skopeo", Answer);

        (await machine.InspectAsync(new ToolNeed(ToolCatalogue.Git, "a"), new ToolNeed(ToolCatalogue.Skopeo, "b"))).ShouldAllBe(status => status.State.IsUsable);
    }

    [Fact]
    public async Task Engine_SocketRefuses_NotRunning()
    {
        var machine = Machines.Bare(Machines.Bookworm);
        machine.Files[Machines.Socket] = "";

        (await machine.StateAsync(ToolCatalogue.DockerEngine)).ShouldBe(new ToolState.NotRunning($"nothing listens at unix://{Machines.Socket}"));
    }

    [Fact]
    public async Task Engine_SocketForbidden_SaysSo()
    {
        var machine = Machines.Complete(Machines.Bookworm);
        machine.Services[$"unix://{Machines.Socket}/version"] = () => throw new ServiceUnreachableException("this user may not open it") { IsForbidden = true };

        (await machine.StateAsync(ToolCatalogue.DockerEngine)).ShouldBe(new ToolState.NotRunning("this user may not open it") { IsForbidden = true });
    }

    [Theory]
    [InlineData(200, "not JSON")]
    [InlineData(200, "[]")]
    [InlineData(200, """{"Version":null}""")]
    [InlineData(500, """{"Version":"20.10.24"}""")]
    public async Task Engine_AnswersSomethingElse_NotRunning(int status, string body)
    {
        var machine = Machines.Complete(Machines.Bookworm);
        machine.Services[$"unix://{Machines.Socket}/version"] = () => new ServiceAnswer(status, body);

        (await machine.StateAsync(ToolCatalogue.DockerEngine)).ShouldBe(new ToolState.NotRunning($"{Machines.Socket} answered GET /version with {status}, not as the Docker Engine does"));
    }

    [Fact]
    public async Task Engine_DockerHostNamesAnother_AsksTheProgram()
    {
        var machine = Machines.Complete(Machines.Bookworm).On("docker version", "27.1.2\n");
        machine.Variables["DOCKER_HOST"] = "ssh://builder";

        (await machine.StateAsync(ToolCatalogue.DockerEngine)).ShouldBe(new ToolState.Found(new Version(27, 1, 2), "ssh://builder"));
    }

    [Fact]
    public async Task Engine_DockerHostNamesAnotherThatIsDown_IsElsewhere()
    {
        var machine = Machines.Complete(Machines.Bookworm).On("docker version", "", 1, "cannot connect");
        machine.Variables["DOCKER_HOST"] = "tcp://builder:2375";

        (await machine.StateAsync(ToolCatalogue.DockerEngine)).ShouldBe(new ToolState.NotRunning("nothing answers at DOCKER_HOST=tcp://builder:2375") { IsElsewhere = true });
    }

    [Theory]
    [InlineData(200, true)]
    [InlineData(401, true)]
    [InlineData(404, false)]
    public async Task Registry_Answers_FoundWhereARegistryWouldAnswerSo(int status, bool found)
    {
        var machine = new FakeMachine { Services = { ["http://localhost:5000/v2/"] = () => new ServiceAnswer(status, "") } };

        (await machine.StateAsync(ToolCatalogue.RegistryAt(new Registry("localhost:5000") { Insecure = true }))).IsUsable.ShouldBe(found);
    }

    [Fact]
    public async Task Registry_NothingThere_NotRunning() =>
        (await new FakeMachine().StateAsync(ToolCatalogue.RegistryAt(new Registry("localhost:5000"))))
            .ShouldBe(new ToolState.NotRunning("nothing listens at https://localhost:5000/"));
}
