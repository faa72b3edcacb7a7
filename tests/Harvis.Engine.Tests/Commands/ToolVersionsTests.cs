using Harvis.Engine.Commands;
using Harvis.Engine.Running;
using Harvis.Engine.Tests.Tools;
using Shouldly;
using Xunit;

namespace Harvis.Engine.Tests.Commands;

public sealed class ToolVersionsTests
{
    [Fact]
    public async Task Version_AskedForTwice_IsAskedOnce()
    {
        var machine = new FakeMachine().On("dotnet --version", "10.0.1\n");
        var versions = new ToolVersions(new NodeProcesses((_, _) => machine));
        (await versions.OfAsync("dotnet", CancellationToken.None)).ShouldBe("10.0.1");
        (await versions.OfAsync("dotnet", CancellationToken.None)).ShouldBe("10.0.1");
        machine.Commands.ShouldBe(["dotnet --version"]);
    }

    [Fact]
    public async Task Version_OfAProgramThatIsNotThere_IsEmpty()
    {
        var versions = new ToolVersions(new NodeProcesses((_, _) => new FakeMachine()));
        (await versions.OfAsync("nothing", CancellationToken.None)).ShouldBe("");
    }
}
