using Shouldly;

namespace Harvis.Conformance.Tests.GitLabLocal;

/// <summary>A generated pipeline run for real: what needs what, which files a job gets, and what a failure does.</summary>
public sealed class LocalPipelineTests
{
    // Stands for the build: it writes down what it was started for, and hands on a file.
    const string Build = """
        #!/bin/sh
        set -eu
        echo "started for $*"
        case "$1" in
          Compile) mkdir -p out && echo compiled > out/program ;;
          Test) test "$(cat out/program)" = compiled ;;
          Publish) test "$(cat out/program)" = compiled && echo "published $(cat out/program)" ;;
          Down) echo "taken down" ;;
        esac
        test ! -e "fails-$1"
        """;

    [Fact]
    public async Task RunAsync_GeneratedPipeline_RunsEveryJobWithItsFiles()
    {
        var (exitCode, log) = await RunAsync();

        exitCode.ShouldBe(0, log);
        log.ShouldContain("started for Compile --only");
        log.ShouldContain("started for Test --only");
        log.ShouldContain("published compiled");
        log.ShouldContain("taken down");
    }

    [Fact]
    public async Task RunAsync_FailedJob_StopsWhatNeedsItAndRunsWhatIsAssured()
    {
        var (exitCode, log) = await RunAsync("fails-Test");

        exitCode.ShouldNotBe(0, log);
        log.ShouldNotContain("started for Publish --only");
        log.ShouldContain("taken down");
    }

    static async Task<(int ExitCode, string Log)> RunAsync(params string[] files)
    {
        LocalPipeline.Require();
        var cancellationToken = TestContext.Current.CancellationToken;
        var pipeline = ScenarioDocuments.Of(new LocalBuild()).Pipeline.ShouldNotBeNull();
        var all = files.Select(file => (Name: file, Text: "")).Append((Name: ".gitlab-ci.yml", Text: pipeline)).Append((Name: "build.sh", Text: Build));
        var folder = await LocalPipeline.RepositoryAsync(all.ToDictionary(file => file.Name, file => file.Text), cancellationToken);
        try
        {
            return await LocalPipeline.RunAsync(folder, [], cancellationToken);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
