using Shouldly;

namespace Harvis.Integration.Tests.Resuming;

/// <summary>The run is killed (SIGKILL) at random moments; what continues it must finish, do nothing twice and trust no half-written file.</summary>
public sealed class KillTests
{
    const int Kills = 20;

    [Fact]
    public async Task Continue_AfterKillsAtRandomMoments_FinishesAndRepeatsNothingThatSucceeded()
    {
        using var pipeline = new PipelineProcess();
        var random = new Random(7);
        for (var kill = 0; kill < Kills; kill++)
        {
            // From before the first node to after the last: a moment is a number of things done, and a little time, in which nodes are at work.
            var done = Lines(pipeline) + random.Next(3);
            using var process = pipeline.Start(kill == 0 ? ["All", "--parallelism", "3"] : ["All", "--parallelism", "3", "--continue"]);
            while (Lines(pipeline) < done && !process.HasExited) await Task.Delay(1, TestContext.Current.CancellationToken);
            await Task.Delay(random.Next(40), TestContext.Current.CancellationToken);
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            Succeeded(pipeline).ShouldAllBe(name => File.ReadAllText(pipeline.PathOf($"out/{name}")) == $"{name} begins, {name} ends");
        }

        Unfinished(pipeline).ShouldBeGreaterThan(Kills / 4, "kills that hit a node at work");
        var (exitCode, output, error) = await pipeline.RunAsync("All", "--continue");

        exitCode.ShouldBe(0, output + error);
        foreach (var name in Enumerable.Range(0, 50).Select(i => $"Node{i}"))
            File.ReadAllText(pipeline.PathOf($"out/{name}")).ShouldBe($"{name} begins, {name} ends");
        RunAgain(pipeline).ShouldBeEmpty();
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

    static int Lines(PipelineProcess pipeline) => File.Exists(pipeline.PathOf("work.log")) ? File.ReadAllBytes(pipeline.PathOf("work.log")).Count(b => b == '\n') : 0;

    static int Unfinished(PipelineProcess pipeline) =>
        File.ReadAllLines(pipeline.PathOf("work.log")) is var lines ? lines.Count(line => line.StartsWith("start ", StringComparison.Ordinal)) - lines.Count(line => line.StartsWith("end ", StringComparison.Ordinal)) : 0;

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
