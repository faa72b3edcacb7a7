using Harvis.Engine.Hosts;
using Shouldly;
using Xunit;

namespace Harvis.Engine.Tests.Hosts;

public sealed class HostOutputTests
{
    [Theory]
    [InlineData(HostKind.Plain, false)]
    [InlineData(HostKind.Plain, true)]
    [InlineData(HostKind.GitHubActions, true)]
    [InlineData(HostKind.GitLabCi, true)]
    public void View_ScriptedRun_IsAsGolden(HostKind kind, bool colour) =>
        Golden.Match($"{kind}{(colour ? "" : "-no-colour")}", Play(new Host(kind, colour)));

    [Fact]
    public void GitHub_HostileOutput_GivesNoCommandButOurs()
    {
        // As the runner reads it: lines end at CR or LF, white space in front doesn't count, ##[ counts anywhere.
        var lines = Play(new Host(HostKind.GitHubActions, false)).Split('\n', '\r');
        lines.ShouldNotContain(line => line.Contains("##[", StringComparison.Ordinal));
        lines.Where(line => line.TrimStart().StartsWith("::", StringComparison.Ordinal))
            .ShouldAllBe(line => line.StartsWith("::group::", StringComparison.Ordinal) || line == "::endgroup::"
                || line.StartsWith("::warning title=Build%3Aweb,file=build/Build.cs,line=12::unused import", StringComparison.Ordinal)
                || line.StartsWith("::error title=Test,file=build/Build.cs,line=14::dotnet test ended", StringComparison.Ordinal));
    }

    [Fact]
    public void GitLab_HostileOutput_OpensAndClosesNoSectionButOurs()
    {
        var text = Play(new Host(HostKind.GitLabCi, false));
        var marks = System.Text.RegularExpressions.Regex.Matches(text, @"section_(start|end):(\d+):([a-zA-Z0-9_.-]+)(\[[^\]]*\])?\r\e\[0K").Select(match => $"{match.Groups[1]} {match.Groups[3]}");
        marks.ShouldBe(["start Build_api_1", "end Build_api_1", "start Hostile_3", "end Hostile_3", "start Build_web_2", "end Build_web_2", "start Test_4", "end Test_4"]);
    }

    [Fact]
    public void Plain_OutputThatCannotBeWritten_DoesNotThrow()
    {
        using var view = RunView.Create(new Host(HostKind.Plain, false), new FullConsole(), Options, ScriptedRun.NewClock());
        Play(view);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Plain_DebugOutput_IsShownOnlyWhereItIsAskedFor(bool verbose)
    {
        var console = new StringConsole();
        using var view = RunView.Create(new Host(HostKind.Plain, false), console, Options with { Verbose = verbose }, ScriptedRun.NewClock());
        Play(view);
        console.Written.Contains("only with --verbose", StringComparison.Ordinal).ShouldBe(verbose);
    }

    [Fact]
    public void Plain_HundredMegabytesOfLog_StayOnDisk()
    {
        var console = new StringConsole();
        var folder = Directory.CreateTempSubdirectory("harvis-logs-").FullName;
        var clock = ScriptedRun.NewClock();
        using (var view = RunView.Create(new Host(HostKind.Plain, false), console, new RunViewOptions { TemporaryFolder = folder }, clock))
        {
            view.RunStarted(new("1", ScriptedRun.Plan, 1));
            var node = ScriptedRun.Plan.Nodes[0];
            view.NodeStarted(node, 1);
            var before = GC.GetTotalMemory(forceFullCollection: true);
            for (var i = 0; i < 100_000; i++) view.NodeLogged(node, Harvis.Engine.Logging.LogLevel.Info, $"{i} {new string('x', 100)}");
            (GC.GetTotalMemory(forceFullCollection: true) - before).ShouldBeLessThan(2_000_000);
            view.NodeEnded(new() { Node = node, Outcome = Harvis.Engine.Running.NodeOutcome.Succeeded });
        }

        console.Written.Split('\n').Count(line => line.EndsWith("xxx", StringComparison.Ordinal)).ShouldBe(100_000);
        Directory.GetFiles(folder).ShouldBeEmpty();
        Directory.Delete(folder);
    }

    static RunViewOptions Options => new() { TemporaryFolder = Path.GetTempPath() };

    static string Play(Host host)
    {
        var console = new StringConsole { IsTerminal = host.Kind == HostKind.Terminal };
        var clock = ScriptedRun.NewClock();
        using var view = RunView.Create(host, console, Options, clock);
        Play(view, clock);
        return console.Written;
    }

    static void Play(IRunView view, Microsoft.Extensions.Time.Testing.FakeTimeProvider? clock = null)
    {
        var run = new ScriptedRun(view, clock ?? ScriptedRun.NewClock());
        run.PlayFirstHalf();
        run.PlaySecondHalf();
    }

    sealed class FullConsole : IConsole
    {
        public TextWriter Out { get; } = new StreamWriter(new FullStream()) { AutoFlush = true };

        public TextWriter Error => Out;

        public bool IsTerminal => false;

        public int Width => 80;

        public int Height => 24;
    }

    sealed class FullStream : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => throw new IOException("No space left on device");

        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("No space left on device");
    }
}
