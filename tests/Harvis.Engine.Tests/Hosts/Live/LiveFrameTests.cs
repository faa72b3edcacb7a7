using CsCheck;
using Harvis.Engine.Hosts;
using Harvis.Engine.Hosts.Live;
using Harvis.Engine.Logging;
using Shouldly;
using Spectre.Console;
using Spectre.Console.Testing;
using Xunit;

namespace Harvis.Engine.Tests.Hosts.Live;

public sealed class LiveFrameTests
{
    static readonly DateTimeOffset Start = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    static LiveProgress ProgressOf(int running, int waiting, string log)
    {
        var names = Enumerable.Range(0, running + waiting).Select(i => ($"Target{i}:item-{new string('n', i % 20)}", i < running ? Array.Empty<int>() : [.. Enumerable.Range(0, Math.Min(running, i))]));
        var plan = ScriptedRun.PlanOf([.. names]);
        var progress = new LiveProgress(plan, Start);
        for (var i = 0; i < running; i++)
        {
            var node = new RunningNode(plan.Nodes[i].Node.Name, Start.AddSeconds(i * 7), new LogBuffer(Path.GetTempPath(), keepColours: true));
            node.Add(LogLevel.Info, log);
            progress.Start(plan.Nodes[i], node);
        }

        return progress;
    }

    static IReadOnlyList<string> Render(LiveProgress progress, int width, int height)
    {
        var console = new TestConsole().Width(width);
        foreach (var line in new LiveFrame(useColour: true).Lines(progress, Start.AddSeconds(75.26), 3, width - 1, height))
        {
            console.Write(line);
            console.Write(new Text("\n"));
        }

        return [.. console.Output.TrimEnd('\n').Split('\n')];
    }

    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    [InlineData(200)]
    public void Frame_HundredsOfNodes_IsAsGolden(int width) =>
        Golden.Match($"Frame-{width}", string.Join('\n', Render(ProgressOf(49, 300, "\e[31m[red]Step[/]\e[0m 5/12 : 宽字符 🚀 RUN pip install -r requirements.txt"), width, 22)) + "\n");

    [Fact]
    public void Frame_AnyTextAndSize_FitsItsLines() =>
        Gen.Select(Gen.String, Gen.Int[0, 30], Gen.Int[0, 30], Gen.Int[10, 120], Gen.Int[1, 30]).Sample((log, running, waiting, width, height) =>
        {
            var progress = ProgressOf(running, waiting, log);
            var expected = new LiveFrame(useColour: false).Lines(progress, Start, 0, width - 1, height).Count;
            expected.ShouldBeInRange(1, Math.Max(1, height));
            Render(progress, width, height).Count.ShouldBe(expected);
        }, iter: 300);
}
