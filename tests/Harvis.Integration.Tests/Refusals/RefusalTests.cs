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
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Run_BadInput_IsRefusedWithGoldenText(string name, string arguments)
    {
        using var pipeline = new PipelineProcess();

        var (exitCode, output, error) = await pipeline.RunAsync(arguments.Split(' '));

        exitCode.ShouldBe(2);
        output.ShouldBeEmpty();
        Golden.Match(name, error);
    }

    [Theory]
    [InlineData("DuplicateName", "Greet")]
    [InlineData("DuplicateNameInOtherCase", "GREET")]
    public async Task Run_TwoTargetsOfOneName_IsRefusedWithGoldenText(string name, string duplicate)
    {
        using var pipeline = new PipelineProcess();
        pipeline.Variables["PIPELINE_DUPLICATE"] = duplicate;

        var (exitCode, output, error) = await pipeline.RunAsync("Sleep");

        exitCode.ShouldBe(2);
        output.ShouldBeEmpty();
        Golden.Match(name, error);
    }

    [Theory]
    [InlineData("MissingParameter", "NeedsMissing")]
    [InlineData("MissingSecret", "NeedsSecret")]
    public async Task Run_InputIsRedirectedAndOpen_NeverAsks(string name, string target)
    {
        using var pipeline = new PipelineProcess { InputStaysOpen = true };

        var (exitCode, output, error) = await pipeline.RunAsync(target).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        exitCode.ShouldBe(2);
        output.ShouldBeEmpty();
        Golden.Match(name, error);
    }

    [Fact]
    public async Task Run_SecretArgument_IsRefusedWithGoldenText()
    {
        using var pipeline = new PipelineProcess();

        var (exitCode, _, error) = await pipeline.RunAsync("Greet", "--api-token=hunter2hunter2");

        exitCode.ShouldBe(2);
        Golden.Match("SecretArgument", error);
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

    [Fact]
    public async Task Run_DiskIsFull_SaysSo()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "There is no /dev/full here; Linux has it.");
        using var pipeline = new PipelineProcess();

        var (exitCode, output, _) = await pipeline.RunAsync("FillDisk");

        exitCode.ShouldBe(1);
        output.ShouldContain("HRV1303");
    }
}
