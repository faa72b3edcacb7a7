using Shouldly;

namespace Harvis.Integration.Tests.Structure;

/// <summary>The repository's own build, started as a person starts it.</summary>
public sealed class SchemaTests
{
    [Fact]
    public async Task Build_OfThisRepository_WritesTheCommittedSchema()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "build.sh needs a Unix system; build.ps1 is the start there.");
        var root = Directory.CreateTempSubdirectory("harvis-schema-").FullName;
        Directory.CreateDirectory(Path.Combine(root, ".nuke"));
        var variables = new Dictionary<string, string?> { ["HARVIS_ROOT"] = root };

        var (exitCode, output, error) = await OtherProgram.RunAsync("apt-get install bash", DependencyTests.Root(), variables, "bash", "build.sh", "Doctor", "--dry-run");

        exitCode.ShouldBe(0, output + error);
        Read(root).ShouldBe(Read(DependencyTests.Root()), "run ./build.sh once and commit .nuke/build.schema.json");
        Directory.Delete(root, recursive: true);
    }

    [Fact]
    public async Task Build_OfThisRepository_HasAPlan()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "build.sh needs a Unix system; build.ps1 is the start there.");

        var (exitCode, output, error) = await OtherProgram.RunAsync("apt-get install bash", DependencyTests.Root(), new Dictionary<string, string?>(), "bash", "build.sh", "--plan");

        exitCode.ShouldBe(0, output + error);
        output.ShouldContain("Verify");
    }

    static string Read(string root) => File.ReadAllText(Path.Combine(root, ".nuke", "build.schema.json")).ReplaceLineEndings("\n");
}
