using System.Globalization;
using Harvis.Engine.Dsl;
using Harvis.Engine.Parameters;
using Harvis.Engine.Processes;

namespace Harvis.Benchmarks.Pipeline;

/// <summary>The build that is measured as a whole process: a target that does nothing, four that wait, and as many as are asked for.</summary>
sealed class Pipeline : HarvisBuild
{
    public static Task<int> Main(string[] args) => RunAsync<Pipeline>(args);

    [Parameter("How many targets All has")] readonly int Count;
    [Parameter("How they depend on each other")] readonly Shape Shape = Shape.Wide;

    Target NoOp => _ => _.Description("Do nothing").Executes(() => { });

    Target SideBySide => _ => _
        .Description("Wait for two seconds, four times")
        .ForEach(new Nap[] { new("First"), new("Second"), new("Third"), new("Fourth") }, (_, each) => each
            .Executes((run, ct) => run.Processes.RunAsync(new ProcessCommand("sleep", "2"), ct)));

    protected override void DefineTargets(TargetCollection targets)
    {
        for (var i = 0; i < Count; i++)
        {
            var before = Shape == Shape.Chain && i > 0 ? NameOf(i - 1) : null;
            targets.Add(NameOf(i), _ => (before is null ? _ : _.DependsOn(before)).Executes(() => { }));
        }

        var awaited = Shape == Shape.Chain ? Enumerable.Range(Math.Max(0, Count - 1), Math.Min(Count, 1)) : Enumerable.Range(0, Count);
        targets.Add("All", _ => _.DependsOn([.. awaited.Select(NameOf)]));
    }

    static string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"Target{number}");
}
