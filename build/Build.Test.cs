using System.Globalization;
using System.Text.RegularExpressions;
using Harvis.Model.Names;

namespace Harvis.Build;

sealed partial class Build
{
    /// <summary>The test projects; one node each, so that they run side by side.</summary>
    static IReadOnlyList<TestProject> TestProjects =>
    [
        new("Harvis.Conformance.Tests"),
        new("Harvis.Containers.Tests"),
        new("Harvis.Deployment.Tests"),
        new("Harvis.Docs.Tests"),
        new("Harvis.Engine.Tests"),
        new("Harvis.Generation.Tests"),
        new("Harvis.Integration.Tests"),
        new("Harvis.Model.Tests"),
        new("Harvis.Testing.Tests"),
    ];

    static readonly TargetResult<string> TestCounts = new("tests", () => BuildJson.Default.String);

    Target CompileTests => _ => _
        .Description("Compile the tests")
        .Unlisted()
        .Stage(Stages.Test)
        .Executes(async (run, ct) => (await run.Processes.RunAsync(
            new ProcessCommand("dotnet", "build", "Harvis.sln", "--configuration", "Release", "--nologo", "--verbosity", "quiet"), ct)).EnsureSuccess());

    // Not cached: what npm installs is hundreds of megabytes that npm's own cache has already.
    Target InstallJudges => _ => _
        .Description("Install the real consumers that judge generated CI files, from their lock file")
        .Unlisted()
        .Stage(Stages.Test)
        .Requires(ToolCatalogue.Node, ToolCatalogue.Npm, ToolCatalogue.Rsync)
        .Executes(InstallJudgesAsync);

    Target Test => _ => _
        .Description("Run all tests: the library's logic, its effects against the real tools, and the pipeline's own")
        .Stage(Stages.Test)
        .DependsOn(CompileTests)
        .DependsOn(InstallJudges)
        .Requires(ToolCatalogue.Git, ToolCatalogue.DockerEngine, ToolCatalogue.DockerBuildx, ToolCatalogue.DockerCompose, ToolCatalogue.DockerRegistry, ToolCatalogue.Mmdebstrap, ToolCatalogue.Skopeo, ToolCatalogue.Buildah)
        .Produces(TestCounts)
        .Triggers(TestSummary)
        .ProceedAfterFailure()
        .ForEach(TestProjects, (project, each) => each
            .Timeout(TimeSpan.FromMinutes(40))
            .Executes((run, ct) => TestAsync(project, run, ct)));

    Target TestOnSystems => _ => _
        .Description("Run the tests of the library's logic on each system that it supports")
        .Stage(Stages.Test)
        .ForEach([HostedRunners.Linux, HostedRunners.Windows, HostedRunners.MacOS], (system, each) => each
            .OnlyWhenDynamic(() => OperatingSystem.IsOSPlatform(system.Name), $"this is {system.Name}")
            .RunsOn(system)
            .On(Trigger.PullRequest("main", "develop"), Trigger.Push("main"))
            .Timeout(TimeSpan.FromMinutes(30))
            .Executes(TestHereAsync));

    Target TestSummary => _ => _
        .Description("Count the tests")
        .Unlisted()
        .Consumes(TestCounts)
        .AssuredAfterFailure()
        .Executes((run, _) =>
        {
            var counts = run.ReadAll(TestCounts).Values.Select(TestCount.Parse).ToList();
            run.Note(new TestCount(counts.Sum(c => c.Passed), counts.Sum(c => c.Failed), counts.Sum(c => c.Skipped)).ToString());
            return Task.CompletedTask;
        });

    static async Task InstallJudgesAsync(TargetRun run, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(run.Root, "tests", "tools");
        var (wanted, installed) = (Path.Combine(folder, "package-lock.json"), Path.Combine(folder, "node_modules", ".installed-lock.json"));
        if (File.Exists(installed) && await File.ReadAllTextAsync(installed, cancellationToken) == await File.ReadAllTextAsync(wanted, cancellationToken))
        {
            run.Note("installed already");
            return;
        }

        var npm = new ProcessCommand("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts") { WorkingDirectory = folder };
        (await run.Processes.RunAsync(npm, cancellationToken)).EnsureSuccess();
        File.Copy(wanted, installed);
    }

    // What needs no tool but the SDK.
    static async Task TestHereAsync(TargetRun run, CancellationToken cancellationToken)
    {
        foreach (var project in new[] { "Harvis.Model.Tests", "Harvis.Generation.Tests", "Harvis.Deployment.Tests", "Harvis.Engine.Tests" })
            (await run.Processes.RunAsync(new ProcessCommand("dotnet", "run", "--project", $"tests/{project}", "--configuration", "Release"), cancellationToken)).EnsureSuccess();
    }

    static async Task TestAsync(TestProject project, TargetRun run, CancellationToken cancellationToken)
    {
        var result = await run.Processes.RunAsync(
            new ProcessCommand("dotnet", $"{run.Temporary}/artifacts/bin/{project.Name}/release/{project.Name}.dll") { Timeout = TimeSpan.FromMinutes(40) }, cancellationToken);
        run.Publish(TestCounts, TestCount.Read(result.Output).ToString());
        result.EnsureSuccess();
    }

    sealed record TestProject(string Name) : INamed;

    sealed partial record TestCount(int Passed, int Failed, int Skipped)
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"tests: {Passed} passed, {Failed} failed, {Skipped} skipped");

        public static TestCount Parse(string text)
        {
            var numbers = Numbers().Matches(text).Select(match => int.Parse(match.Value, CultureInfo.InvariantCulture)).ToList();
            return new TestCount(numbers[0], numbers[1], numbers[2]);
        }

        /// <summary>The counts that the runner prints last; a run that printed none failed as one test.</summary>
        public static TestCount Read(string output)
        {
            if (Summary().Match(output) is not { Success: true } match) return new TestCount(0, 1, 0);
            int Of(string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
            var (failed, skipped) = (Of("errors") + Of("failed"), Of("skipped") + Of("notRun"));
            return new TestCount(Of("total") - failed - skipped, failed, skipped);
        }

        [GeneratedRegex(@"Total: (?<total>\d+), Errors: (?<errors>\d+), Failed: (?<failed>\d+), Skipped: (?<skipped>\d+), Not Run: (?<notRun>\d+)", RegexOptions.RightToLeft)]
        private static partial Regex Summary();

        [GeneratedRegex(@"\d+")]
        private static partial Regex Numbers();
    }
}
