using Shouldly;

namespace Harvis.Integration.Tests.Refusals;

/// <summary>A disk that is really full: nothing passes for done that isn't on record, and <c>--continue</c> goes on when there is room again.</summary>
public sealed class FullDiskTests
{
    const string Needs = "A small disk can only be mounted by root on Linux (mount -t tmpfs).";

    [Fact]
    public async Task Run_TargetFillsTheDisk_IsRefusedAndCanBeContinued()
    {
        using var disk = SmallDisk.TryMount();
        Assert.SkipWhen(disk is null, Needs);
        using var pipeline = new PipelineProcess(disk.Root) { Variables = { ["PIPELINE"] = "DeliveryBuild" } };

        var (exitCode, output, error) = await pipeline.RunAsync("Small", "Fill", "--parallelism", "1");

        exitCode.ShouldBe(2, output + error);
        (output + error).ShouldContain("HRV1303");
        File.Delete(pipeline.PathOf("big"));
        (await pipeline.RunAsync("--continue", "Small", "AfterFill")).ExitCode.ShouldBe(0);
        File.Exists(pipeline.PathOf("after")).ShouldBeTrue();
    }

    [Fact]
    public async Task Run_DiskIsFullFromTheStart_IsRefused()
    {
        using var disk = SmallDisk.TryMount();
        Assert.SkipWhen(disk is null, Needs);
        using var pipeline = new PipelineProcess(disk.Root) { Variables = { ["PIPELINE"] = "DeliveryBuild" } };
        disk.Fill();

        var (exitCode, output, error) = await pipeline.RunAsync("Small");

        exitCode.ShouldBe(2, output + error);
        var text = System.Text.RegularExpressions.Regex.Replace(error.Replace(disk.Root, "ROOT", StringComparison.Ordinal).ReplaceLineEndings(" "), @"\s+", " ");
        text.ShouldContain("HRV1303 The disk is full:");
        text.ShouldContain("Free some room (for example: docker system df, or delete .nuke/temp/cache) and run again with --continue.");
        disk.Free();
        (await pipeline.RunAsync("Small")).ExitCode.ShouldBe(0);
    }
}
