using Harvis.Engine.Files;
using Harvis.Engine.Tests.Commands;
using Shouldly;
using Xunit;

namespace Harvis.Engine.Tests.Files;

public sealed class FileStatusTests
{
    [Fact]
    public void Of_EachKind_SaysWhatIsThere()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links and sockets are made by other means on Windows.");
        using var repository = new Repository();
        var file = repository.Write("file", "four");
        File.CreateSymbolicLink(repository.PathOf("link"), file);
        File.CreateSymbolicLink(repository.PathOf("dangling"), "nowhere");
        FileStatus.Of(file)!.Value.ShouldSatisfyAllConditions(status => status.Kind.ShouldBe(EntryKind.File), status => status.Size.ShouldBe(4), status => status.Executable.ShouldBeFalse());
        FileStatus.Of(repository.PathOf("link"))!.Value.Kind.ShouldBe(EntryKind.Link);
        FileStatus.Of(repository.PathOf("dangling"))!.Value.Kind.ShouldBe(EntryKind.Link);
        FileStatus.Of(repository.Root)!.Value.Kind.ShouldBe(EntryKind.Folder);
        FileStatus.Of("/dev/null")!.Value.Kind.ShouldBe(EntryKind.Other);
        FileStatus.Of(repository.PathOf("nothing")).ShouldBeNull();
        FileStatus.Of(repository.PathOf("file/below")).ShouldBeNull();
    }

    [Fact]
    public void Of_ChangeThatKeepsSizeAndTime_StillTells()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells the time of a change that no program can set.");
        using var repository = new Repository();
        var file = repository.Write("file", "one");
        var (time, before) = (File.GetLastWriteTimeUtc(file), FileStatus.Of(file));
        File.WriteAllText(file, "two");
        File.SetLastWriteTimeUtc(file, time);
        FileStatus.Of(file).ShouldNotBe(before);
    }
}
