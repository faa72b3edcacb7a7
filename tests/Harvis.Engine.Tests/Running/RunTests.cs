using Harvis.Engine.Dsl;
using Harvis.Engine.Logging;
using Harvis.Engine.Tests.Caching;
using Harvis.Engine.Tests.Commands;
using Harvis.Model.Diagnostics;
using Shouldly;
using Xunit;

namespace Harvis.Engine.Tests.Running;

/// <summary>Whole runs of small builds in this process: results, promises, retries, time limits, guards, exit codes.</summary>
public sealed class RunTests
{
    [Fact]
    public async Task Results_Published_ReachThoseThatConsumeThem()
    {
        using var command = new Command();
        var end = await command.RunAsync<Handing>("Sum");
        end.ExitCode.ShouldBe(0, string.Join('\n', end.Log));
        end.Log.ShouldBe(["small=5 large=5"]);
        end.Summary!.Notes.ShouldBe(["ten"]);
    }

    [Fact]
    public async Task Results_OfAContinuedRun_AreStillThere()
    {
        using var command = new Command();
        (await command.RunAsync<Handing>("Sum", "Breaks")).ExitCode.ShouldBe(1);
        var end = await command.RunAsync<Handing>("--continue", "Sum", "Again", "Breaks");
        end.Outcomes.ShouldBe(["Count:small Resumed", "Count:large Resumed", "Count Resumed", "Sum Resumed", "Again Succeeded", "Breaks Failed"]);
        end.Log.ShouldContain("again 10");
    }

    [Theory]
    [InlineData("Undeclared", "Target \"Undeclared\" publishes \"count\" without declaring it: add Produces(count).")]
    [InlineData("ReadsUndeclared", "Target \"ReadsUndeclared\" reads \"count\" without declaring it: add Consumes(count).")]
    [InlineData("ReadsOne", "Result \"count\" was published by 2 nodes (large, small), not by one: use ReadAll.")]
    public async Task Results_UsedOtherwiseThanDeclared_FailTheTarget(string target, string reason)
    {
        using var command = new Command();
        var end = await command.RunAsync<Handing>(target);
        end.ExitCode.ShouldBe(1);
        end.Result(target).Reason.ShouldBe(reason);
    }

    [Theory]
    [InlineData("PromisesFile", "HRV1301", "left no file that matches \"out/*\"")]
    [InlineData("PromisesResult", "HRV1301", "published no result \"count\"")]
    [InlineData("TakesFile", "HRV1302", "takes \"made/*\" from \"MakesFile\", and no such file is there")]
    public async Task Promise_NotKept_IsARefusalWithItsPlace(string target, string code, string text)
    {
        using var command = new Command();
        var end = await command.RunAsync<Handing>(target, "--only");
        end.ExitCode.ShouldBe(2);
        end.Result(target).Reason.ShouldStartWith(code);
        end.Log.Single().ShouldContain(text);
        end.Log.Single().ShouldStartWith($"{code} RunTests.cs:");
    }

    [Fact]
    public async Task Retry_UntilItSucceeds_CountsTheTries()
    {
        using var command = new Command();
        var build = new Failing();
        var end = await command.RunAsync(() => build, "SucceedsThirdTime");
        end.ExitCode.ShouldBe(0);
        end.Result("SucceedsThirdTime").Attempts.ShouldBe(3);
        end.Log.ShouldBe(["Try 1 of 4 failed: not yet Trying again in 0 s.", "Try 2 of 4 failed: not yet Trying again in 0 s."]);
        end.Result("SucceedsThirdTime").Warnings.ShouldBe(2);
    }

    [Theory]
    [InlineData("RetriesInVain", 3, 1)]
    [InlineData("Refuses", 1, 2)]
    [InlineData("MayPass", 3, 1)]
    public async Task Retry_InVain_EndsAsItsFailure(string target, int attempts, int exitCode)
    {
        using var command = new Command();
        var end = await command.RunAsync<Failing>(target);
        end.Result(target).Attempts.ShouldBe(attempts);
        end.ExitCode.ShouldBe(exitCode);
    }

    [Fact]
    public async Task Refusal_BesidesAPlainFailure_HasCodeOne()
    {
        using var command = new Command();
        (await command.RunAsync<Failing>("Refuses", "AlsoRefuses")).ExitCode.ShouldBe(2);
        (await command.RunAsync<Failing>("Refuses", "RetriesInVain")).ExitCode.ShouldBe(1);
    }

    [Fact]
    public async Task Timeout_Passed_EndsTheTry()
    {
        using var command = new Command();
        var end = await command.RunAsync<Failing>("TakesTooLong");
        end.ExitCode.ShouldBe(1);
        end.Result("TakesTooLong").Reason.ShouldBe("It took longer than 0.05 s.");
        end.Result("TakesTooLong").Attempts.ShouldBe(2);
    }

    [Fact]
    public async Task Condition_Static_SkipsDependenciesThatNothingElseNeeds()
    {
        using var command = new Command();
        var end = await command.RunAsync<Guarded>("Static");
        end.Outcomes.ShouldBe(["Before Skipped", "Static Skipped"]);
        end.Result("Before").Reason.ShouldBe("not needed: \"Static\" is skipped");
        end.Result("Static").Reason.ShouldBe("only when on CI");
        end.ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Condition_Dynamic_IsAskedAfterTheDependencies()
    {
        using var command = new Command();
        var end = await command.RunAsync<Guarded>("Dynamic");
        end.Outcomes.ShouldBe(["Before Succeeded", "Dynamic Skipped"]);
        end.Result("Dynamic").Reason.ShouldBe("only when !File.Exists(Mark)");
    }

    [Fact]
    public async Task Condition_ThatThrows_FailsItsTarget()
    {
        using var command = new Command();
        var end = await command.RunAsync<Guarded>("Throws");
        end.ExitCode.ShouldBe(1);
        end.Result("Throws").Reason.ShouldBe("nobody answers");
    }

    [Fact]
    public async Task Failure_SkipsItsDependentsWithTheReasonAndTheRestGoesOn()
    {
        using var command = new Command();
        var end = await command.RunAsync<Guarded>("All");
        end.Outcomes.ShouldBe(["Throws Failed", "AfterThrows Blocked", "Before Succeeded", "All Blocked", "CleanUp Succeeded"], ignoreOrder: true);
        end.Result("AfterThrows").Reason.ShouldBe("\"Throws\" failed");
        end.Result("All").Reason.ShouldBe("\"Throws\" failed");
    }

    [Fact]
    public async Task Independent_Targets_RunSideBySide()
    {
        using var command = new Command();
        (await command.RunAsync<Meeting>("Meet")).ExitCode.ShouldBe(0, "each waits for the others to be there");
    }

    [Fact]
    public async Task Order_WithoutParallelism_IsWhatWasAskedFirstAndThenDeclaration()
    {
        using var command = new Command();
        (await command.RunAsync<Ordered>("Third", "First", "--parallelism", "1")).Log.ShouldBe(["Third", "First"]);
        (await command.RunAsync<Ordered>("All", "--parallelism", "1")).Log.ShouldBe(["First", "Second", "Third"]);
    }

    [Fact]
    public async Task Process_OfATarget_LogsItsOutputAndFails()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "It runs sh.");
        using var command = new Command();
        var end = await command.RunAsync<Failing>("RunsProgram");
        end.Log.ShouldContain("from the child");
        end.Result("RunsProgram").Reason.ShouldContain("3");
        end.ExitCode.ShouldBe(1);
    }

    sealed class Handing : HarvisBuild
    {
        static readonly TargetResult<int> CountOf = new("count", TestJson.Default.Int32);

        Target Count => _ => _.Produces(CountOf).ForEach(["small", "large"], name => name, (_, each) => each.Executes((run, _) => Done(() => run.Publish(CountOf, run.Item!.Length))));

        Target Sum => _ => _.DependsOn(Count).Consumes(CountOf).Executes((run, _) => Done(() =>
        {
            run.Log.Info(string.Join(' ', run.ReadAll(CountOf).OrderByDescending(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}")));
            run.Note("ten");
        }));

        Target Again => _ => _.DependsOn(Count).Consumes(CountOf).Executes((run, _) => Done(() => run.Log.Info($"again {run.ReadAll(CountOf).Values.Sum()}")));

        Target Breaks => _ => _.Executes(() => throw new InvalidOperationException("broken"));

        Target Undeclared => _ => _.Executes((run, _) => Done(() => run.Publish(CountOf, 1)));

        Target ReadsUndeclared => _ => _.DependsOn(Count).Executes((run, _) => Done(() => run.ReadAll(CountOf)));

        Target ReadsOne => _ => _.DependsOn(Count).Consumes(CountOf).Executes((run, _) => Done(() => run.Read(CountOf)));

        Target PromisesFile => _ => _.Produces("out/*").Executes(() => { });

        Target PromisesResult => _ => _.Produces(CountOf).Executes(() => { });

        Target MakesFile => _ => _.Produces("made/*").Executes(() => { });

        Target TakesFile => _ => _.DependsOn(MakesFile).Consumes(MakesFile).Executes(() => { });

        static Task Done(Action action)
        {
            action();
            return Task.CompletedTask;
        }
    }

    sealed class Failing : HarvisBuild
    {
        static readonly Backoff AtOnce = Backoff.Constant(TimeSpan.Zero);
        int _tries;

        Target SucceedsThirdTime => _ => _.Retry(3, AtOnce).Executes(() =>
        {
            if (++_tries < 3) throw new IOException("not yet");
        });

        Target RetriesInVain => _ => _.Retry(2, AtOnce).Executes(() => throw new IOException("never"));

        Target Refuses => _ => _.Retry(2, AtOnce).Executes(() => throw Refusal(isTransient: false));

        Target AlsoRefuses => _ => _.Executes(() => throw Refusal(isTransient: false));

        Target MayPass => _ => _.Retry(2, AtOnce).Executes(() => throw Refusal(isTransient: true));

        Target TakesTooLong => _ => _.Retry(1, AtOnce).Timeout(TimeSpan.FromMilliseconds(50)).Executes((_, ct) => Task.Delay(Timeout.Infinite, ct));

        Target RunsProgram => _ => _.Executes(async (run, ct) =>
            (await run.Processes.RunAsync(new Harvis.Engine.Processes.ProcessCommand("sh", "-c", "echo from the child; exit 3"), ct)).EnsureSuccess());

        static DiagnosticException Refusal(bool isTransient) => new(new Diagnostic(new DiagnosticCode(6001), "no")) { IsTransient = isTransient };
    }

    sealed class Guarded : HarvisBuild
    {
        bool _ran;

        string Mark => _ran ? "/" : "";

        Target Before => _ => _.Executes(() => { _ran = true; });

        Target Static => _ => _.DependsOn(Before).OnlyWhen(false, "on CI").Executes(() => { });

        Target Dynamic => _ => _.DependsOn(Before).OnlyWhen(_ => Task.FromResult(!_ran), "!File.Exists(Mark)").Executes(() => Mark.ShouldBe(""));

        Target Throws => _ => _.OnlyWhen(_ => throw new IOException("nobody answers"), "answered").Executes(() => { });

        Target AfterThrows => _ => _.DependsOn(Throws).Executes(() => { });

        Target CleanUp => _ => _.After(All).DependsOn(AfterThrows).AssuredAfterFailure().Executes(() => { });

        Target All => _ => _.DependsOn(AfterThrows, Before).Triggers(CleanUp).Executes(() => { });
    }

    sealed class Meeting : HarvisBuild
    {
        int _there;

        Target Meet => _ => _.ForEach(["a", "b", "c", "d"], name => name, (_, each) => each.Executes(async (_, ct) =>
        {
            Interlocked.Increment(ref _there);
            while (Volatile.Read(ref _there) < 4) await Task.Delay(1, ct);
        }));
    }

    sealed class Ordered : HarvisBuild
    {
        Target All => _ => _.DependsOn(Third, Second, First);

        Target First => _ => _.Executes(Said);

        Target Second => _ => _.Executes(Said);

        Target Third => _ => _.Executes(Said);

        static Task Said(TargetRun run, CancellationToken cancellationToken)
        {
            run.Log.Info(run.Node.Name);
            return Task.CompletedTask;
        }
    }
}
