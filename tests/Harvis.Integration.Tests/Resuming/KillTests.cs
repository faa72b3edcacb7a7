using Shouldly;

namespace Harvis.Integration.Tests.Resuming;

/// <summary>The run is killed (SIGKILL) at random moments; what continues it must finish, do nothing twice and trust no half-written file.</summary>
public sealed class KillTests
{
    const int Kills = 20;

    /// <summary>Each time a new run is killed once or twice, then continued. The moments follow the run's progress, not the clock: a busy machine moves them along.</summary>
    [Fact]
    public async Task Continue_AfterKillsAtRandomMoments_FinishesAndRepeatsNothingThatSucceeded()
    {
        var random = new Random(7);
        for (var kill = 0; kill < Kills;)
        {
            using var pipeline = new PipelineProcess();
            var before = new Dictionary<string, int>();
            var finished = false;
            for (var left = random.Next(1, 3); left > 0 && kill < Kills && !finished; left--, kill++)
            {
                finished = await KillAsync(pipeline, Started(pipeline) + random.Next(0, 30), TimeSpan.FromMilliseconds(random.Next(0, 60)));
                foreach (var name in Succeeded(pipeline))
                {
                    File.ReadAllText(pipeline.PathOf($"out/{name}")).ShouldBe(Complete(name));
                    before.TryAdd(name, Starts(pipeline, name));
                }
            }

            if (!finished)
            {
                var (exitCode, output, error) = await pipeline.RunAsync("All", "--continue", "--parallelism", "3");
                exitCode.ShouldBe(0, output + error);
            }

            foreach (var name in Enumerable.Range(0, 50).Select(i => $"Node{i}")) File.ReadAllText(pipeline.PathOf($"out/{name}")).ShouldBe(Complete(name));
            foreach (var (name, starts) in before) Starts(pipeline, name).ShouldBe(starts, $"{name} had succeeded before the kill");
            RunAgain(pipeline).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Continue_InputChangedSinceTheKill_RunsWhatFollowsFromIt()
    {
        using var pipeline = new PipelineProcess();
        (await pipeline.RunAsync("Node0", "Node1")).ExitCode.ShouldBe(0);
        await File.WriteAllTextAsync(pipeline.PathOf("input.txt"), "2", TestContext.Current.CancellationToken);

        var (_, output, _) = await pipeline.RunAsync("Node0");

        output.ShouldContain("Node0 succeeded");
        File.ReadAllLines(pipeline.PathOf("work.log")).Count(line => line == "end Node0").ShouldBe(2);
    }

    [Fact]
    public async Task Continue_AfterAGreenRun_SaysSoAndRunsEverything()
    {
        using var pipeline = new PipelineProcess();
        await pipeline.RunAsync("Node1");

        var (exitCode, _, error) = await pipeline.RunAsync("Node1", "--continue");

        exitCode.ShouldBe(0);
        error.ShouldContain("HRV1108");
        File.ReadAllLines(pipeline.PathOf("work.log")).Count(line => line == "end Node1").ShouldBe(2);
    }

    /// <summary>Starts a run, kills it when so many nodes have started and a little more time has gone by; true if it finished first.</summary>
    static async Task<bool> KillAsync(PipelineProcess pipeline, int started, TimeSpan later)
    {
        using var process = pipeline.Start("All", "--parallelism", "3", "--continue");
        var (output, error) = (process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        while (!process.HasExited && Started(pipeline) < started) await Task.Delay(2, TestContext.Current.CancellationToken);
        await Task.Delay(later, TestContext.Current.CancellationToken);
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        _ = await output + await error;
        return process.ExitCode == 0;
    }

    static string Complete(string name) => $"{name} begins, {name} ends";

    static int Started(PipelineProcess pipeline) => Log(pipeline).Count(line => line.StartsWith("start ", StringComparison.Ordinal));

    static int Starts(PipelineProcess pipeline, string name) => Log(pipeline).Count(line => line == $"start {name}");

    static string[] Log(PipelineProcess pipeline) => File.Exists(pipeline.PathOf("work.log")) ? File.ReadAllLines(pipeline.PathOf("work.log")) : [];

    static IEnumerable<string> Succeeded(PipelineProcess pipeline) =>
        Journals(pipeline).SelectMany(File.ReadAllLines).Where(line => line.Contains("\"outcome\":\"succeeded\"") && line.EndsWith('}')).Select(NameOf).Distinct();

    /// <summary>The nodes that started in a run although an earlier run's journal says that they had succeeded.</summary>
    static IEnumerable<string> RunAgain(PipelineProcess pipeline)
    {
        var done = new HashSet<string>();
        foreach (var journal in Journals(pipeline))
        {
            var lines = File.ReadAllLines(journal);
            foreach (var line in lines.Where(line => line.StartsWith("{\"start\"", StringComparison.Ordinal)))
            {
                if (done.Contains(NameOf(line))) yield return $"{NameOf(line)} in {journal}";
            }

            done.UnionWith(lines.Where(line => line.Contains("\"outcome\":\"succeeded\"") && line.EndsWith('}')).Select(NameOf));
        }
    }

    static string[] Journals(PipelineProcess pipeline)
    {
        var runs = pipeline.PathOf(".nuke/temp/runs");
        return Directory.Exists(runs) ? [.. Directory.GetFiles(runs, "journal.jsonl", SearchOption.AllDirectories).Order(StringComparer.Ordinal)] : [];
    }

    static string NameOf(string line) => line.Split('"')[3];
}
