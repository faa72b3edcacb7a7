using System.Runtime.CompilerServices;
using Shouldly;

namespace Harvis.Integration.Tests.Refusals;

/// <summary>Bad input is refused before anything runs: exit code 2, and a text that says what, where and what next. The texts are golden files.</summary>
public sealed class RefusalTests
{
    public static TheoryData<string, string> Cases => new()
    {
        { "UnknownTarget", "Gret" },
        { "Cycle", "Chicken" },
        { "MissingParameter", "NeedsMissing" },
        { "MissingSecret", "NeedsSecret" },
        { "BadEnumValue", "Greet --care extreme" },
        { "BadNumber", "Greet --number three" },
        { "UnknownOption", "Greet --nunber 3" },
        { "GivenTwice", "Greet --number 1 --number 2" },
        { "LacksValue", "Greet --number" },
        { "BadParallelism", "Greet --parallelism 0" },
        { "UnknownProfile", "Greet --profile nowhere" },
        { "JsonWithoutPlan", "Greet --json" },
        { "UnknownTargetInGraph", "--graph Gret" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Run_BadInput_IsRefusedWithGoldenText(string name, string arguments)
    {
        using var pipeline = new PipelineProcess();

        var (exitCode, output, error) = await pipeline.RunAsync(arguments.Split(' '));

        exitCode.ShouldBe(2);
        output.ShouldBeEmpty();
        Match(name, error);
    }

    [Fact]
    public async Task Run_OutsideOfARepository_IsRefusedWithGoldenText()
    {
        using var pipeline = new PipelineProcess { Variables = { ["HARVIS_ROOT"] = "" } };
        Directory.Delete(pipeline.PathOf(".nuke"));
        foreach (var file in Directory.GetFiles(AppContext.BaseDirectory).Where(file => Path.GetExtension(file) is ".dll" or ".json"))
            File.Copy(file, pipeline.PathOf(Path.GetFileName(file)));

        var (exitCode, output, error) = await pipeline.RunProgramAsync("sh", "-c", $"cd '{pipeline.Root}' && exec dotnet Harvis.Integration.Pipeline.dll Greet");

        exitCode.ShouldBe(2, output + error);
        output.ShouldBeEmpty();
        Match("NoRoot", error);
    }

    [Fact]
    public async Task Run_VariablesOfOthers_ChangeNothing()
    {
        using var pipeline = new PipelineProcess();
        foreach (var name in new[] { "TARGET", "HOST", "VERBOSITY", "PROFILE", "NUMBER", "CARE" }) pipeline.Variables[name] = "99";

        var (exitCode, output, _) = await pipeline.RunAsync("Greet");

        exitCode.ShouldBe(0);
        output.ShouldContain("hello, Normal 1");
    }

    [Fact]
    public async Task Run_CycleElsewhere_IsOnlyAWarning()
    {
        using var pipeline = new PipelineProcess();

        var (exitCode, _, error) = await pipeline.RunAsync("Greet", "--plan");

        exitCode.ShouldBe(0);
        error.ShouldContain("HRV1003");
    }

    [Theory]
    [InlineData("DuplicateName", "TwiceBuild", "Build")]
    [InlineData("BadImageReference", "BadImageBuild", "Build")]
    [InlineData("BadImageParameter", "DeliveryBuild", "Show", "--image", "localhost:5000/Harvis AI:latest")]
    public async Task Run_BadBuild_IsRefusedWithGoldenText(string name, string build, params string[] arguments)
    {
        using var pipeline = new PipelineProcess { Variables = { ["PIPELINE"] = build } };

        var (exitCode, output, error) = await pipeline.RunAsync(arguments);

        exitCode.ShouldBe(2);
        output.ShouldBeEmpty();
        Match(name, error);
    }

    internal static void Match(string name, string actual, [CallerFilePath] string test = "")
    {
        var golden = Path.Combine(Path.GetDirectoryName(test)!, "goldens", $"{name}.txt");
        if (Environment.GetEnvironmentVariable("HARVIS_UPDATE_GOLDENS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(golden)!);
            File.WriteAllText(golden, actual);
        }

        actual.ShouldBe(File.ReadAllText(golden));
    }
}
