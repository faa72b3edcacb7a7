using Shouldly;

namespace Harvis.Conformance.Tests.GitLabLocal;

/// <summary>
/// This project's own pipeline, from build to deploy, on a clean clone and against the registry of this machine. Minutes long, so it runs only
/// when asked for: <c>HARVIS_OWN_PIPELINE=1</c>.
/// </summary>
public sealed class OwnPipelineTests
{
    [Fact]
    public async Task RunAsync_OwnPipeline_BuildsAndDelivers()
    {
        LocalPipeline.Require();
        Assert.SkipUnless(File.Exists(Path.Combine(Repository.Root, ".gitlab-ci.yml")), "There is no .gitlab-ci.yml yet: ./build.sh Generate writes it.");
        Assert.SkipUnless(Environment.GetEnvironmentVariable("HARVIS_OWN_PIPELINE") == "1", "It takes minutes and changes the development environment: HARVIS_OWN_PIPELINE=1 runs it.");
        var cancellationToken = TestContext.Current.CancellationToken;
        var folder = await LocalPipeline.CloneAsync(Repository.Root, cancellationToken);
        try
        {
            var (exitCode, log) = await LocalPipeline.RunAsync(folder, Options(), cancellationToken);

            exitCode.ShouldBe(0, log);
            log.ShouldContain("Deploy");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // What starts the pipeline for real is another system, which says what happened and which commit was approved.
    static IReadOnlyList<string> Options() => (Environment.GetEnvironmentVariable("HARVIS_OWN_PIPELINE_OPTIONS") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
