using Harvis.Integration.Tests.Structure;
using Shouldly;

namespace Harvis.Integration.Tests.CommandLines;

/// <summary>The repository's own build: what is committed of it is what it says.</summary>
public sealed class SchemaTests
{
    [Fact]
    public async Task Schema_Committed_IsWhatTheBuildSays()
    {
        using var pipeline = new PipelineProcess();

        var (exitCode, output, error) = await pipeline.RunProgramAsync("dotnet", Path.Combine(AppContext.BaseDirectory, "Build.dll"), "Doctor", "--dry-run");

        exitCode.ShouldBe(0, output + error);
        (await File.ReadAllTextAsync(Path.Combine(DependencyTests.Root(), ".nuke/build.schema.json"), TestContext.Current.CancellationToken))
            .ShouldBe(await File.ReadAllTextAsync(pipeline.PathOf(".nuke/build.schema.json"), TestContext.Current.CancellationToken), "run any target and commit the file");
    }
}
