using Harvis.Engine.Dsl;
using Harvis.Engine.Parameters;
using Harvis.Engine.Tests.Commands;
using Shouldly;
using Xunit;

namespace Harvis.Engine.Tests.Caching;

/// <summary>Targets with inputs and outputs, run for real.</summary>
public sealed class CachedTargetTests
{
    [Fact]
    public async Task Target_InputsUnchanged_IsNotRunAgainAndItsOutputIsRestored()
    {
        using var command = Prepared();
        (await command.RunAsync<Cached>("Use")).Outcomes.ShouldBe(["Make Succeeded", "Use Succeeded"]);
        File.Delete(command.Repository.PathOf("out/made"));
        (await command.RunAsync<Cached>("Use")).Outcomes.ShouldBe(["Make Unchanged", "Use Unchanged"]);
        command.Repository.Read("out/made").ShouldBe("made of 1 for a");
    }

    [Fact]
    public async Task Target_ResultThatItTakesChanged_IsRunAgain()
    {
        using var command = Prepared();
        await command.RunAsync<Cached>("Use");
        command.Repository.Write("in", "2");
        (await command.RunAsync<Cached>("Use")).Outcomes.ShouldBe(["Make Succeeded", "Use Succeeded"], "Use names no input of its own that changed");
        command.Repository.Read("out/used").ShouldBe("used made of 2 for a");
        command.Repository.Write("in", "1");
        (await command.RunAsync<Cached>("Use")).Outcomes.ShouldBe(["Make Unchanged", "Use Unchanged"]);
        command.Repository.Read("out/used").ShouldBe("used made of 1 for a");
    }

    [Fact]
    public async Task Target_ListThatCountsChanged_IsRunAgain()
    {
        using var command = Prepared();
        await command.RunAsync<Cached>("Make", "--names", "a");
        (await command.RunAsync<Cached>("Make", "--names", "a", "b")).Outcomes.ShouldBe(["Make Succeeded"]);
        command.Repository.Read("out/made").ShouldBe("made of 1 for a b");
        (await command.RunAsync<Cached>("Make", "--names", "a")).Outcomes.ShouldBe(["Make Unchanged"]);
    }

    [Fact]
    public async Task Target_InputEditedWhileItRuns_IsNotKept()
    {
        using var command = Prepared();
        (await command.RunAsync(() => new Cached { Edit = () => command.Repository.Write("in", "2") }, "Make")).Outcomes.ShouldBe(["Make Succeeded"]);
        command.Repository.Write("in", "1");
        (await command.RunAsync<Cached>("Make")).Outcomes.ShouldBe(["Make Succeeded"], "nobody knows which input the first run saw");
    }

    [Fact]
    public async Task Target_ThatFailsHalfWay_LeavesNothingInTheCache()
    {
        using var command = Prepared();
        (await command.RunAsync(() => new Cached { Edit = () => throw new IOException("half-way") }, "Make")).ExitCode.ShouldBe(1);
        command.Repository.Has("out/made").ShouldBeTrue("it had begun");
        (await command.RunAsync<Cached>("Make")).Outcomes.ShouldBe(["Make Succeeded"]);
        (await command.RunAsync<Cached>("Make")).Outcomes.ShouldBe(["Make Unchanged"]);
        command.Repository.Read("out/made").ShouldBe("made of 1 for a");
    }

    static Command Prepared()
    {
        var command = new Command();
        command.Repository.Write("in", "1");
        return command;
    }

    sealed class Cached : HarvisBuild
    {
        static readonly TargetResult<string> Result = new("made", TestJson.Default.String);

        [Parameter] readonly IReadOnlyList<string> Names = ["a"];

        public Action Edit { get; init; } = () => { };

        Target Make => _ => _.Inputs(["in"], [Names]).Outputs("out/made").Produces(Result).Executes((run, _) =>
        {
            var text = $"made of {File.ReadAllText(Path.Combine(run.Root, "in"))} for {string.Join(' ', Names)}";
            Directory.CreateDirectory(Path.Combine(run.Root, "out"));
            File.WriteAllText(Path.Combine(run.Root, "out/made"), text[..6]);
            Edit();
            File.WriteAllText(Path.Combine(run.Root, "out/made"), text);
            run.Publish(Result, text);
            return Task.CompletedTask;
        });

        Target Use => _ => _.DependsOn(Make).Inputs(["nothing"], []).Outputs("out/used").Consumes(Result).Executes((run, ct) =>
            File.WriteAllTextAsync(Path.Combine(run.Root, "out/used"), $"used {run.Read(Result)}", ct));
    }
}
