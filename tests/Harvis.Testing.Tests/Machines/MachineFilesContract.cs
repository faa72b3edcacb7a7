using Harvis.Engine.Tools.Machines;
using Harvis.Testing.Machines;
using Shouldly;

namespace Harvis.Testing.Tests.Machines;

/// <summary>What everybody who looks at a machine's files may rely on.</summary>
public abstract class MachineFilesContract
{
    /// <summary>A folder that holds <c>sub/file</c> with the text "text\n", and nothing else.</summary>
    protected abstract (IMachineFiles Files, string Folder) Files();

    [Fact]
    public void Exists_FilesAndFolders_AreFoundAndNothingElse()
    {
        var (files, folder) = Files();

        files.Exists($"{folder}/sub/file").ShouldBeTrue();
        files.Exists($"{folder}/sub").ShouldBeTrue();
        files.Exists($"{folder}/sub/").ShouldBeTrue();
        files.Exists($"{folder}/su").ShouldBeFalse();
        files.Exists($"{folder}/sub/file2").ShouldBeFalse();
    }

    [Fact]
    public void ReadText_FileThatMayBeRead_IsItsText()
    {
        var (files, folder) = Files();

        files.ReadText($"{folder}/sub/file").ShouldBe("text\n");
        files.ReadText($"{folder}/sub/file2").ShouldBeNull();
        files.ReadText($"{folder}/sub").ShouldBeNull();
    }
}

public sealed class RealMachineFilesTests : MachineFilesContract, IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("harvis-files-");

    public void Dispose() => _folder.Delete(recursive: true);

    protected override (IMachineFiles Files, string Folder) Files()
    {
        File.WriteAllText(Path.Combine(_folder.CreateSubdirectory("sub").FullName, "file"), "text\n");
        return (new MachineFiles(), _folder.FullName);
    }
}

public sealed class FakeMachineFilesTests : MachineFilesContract
{
    protected override (IMachineFiles Files, string Folder) Files() => (new FakeMachineFiles().With("/a/sub/file", "text\n").With("/a/other").Without("/a/other"), "/a");

    [Fact]
    public void With_NoText_IsThereAndCannotBeRead()
    {
        var files = new FakeMachineFiles().With("/etc/shadow", null);

        files.Exists("/etc/shadow").ShouldBeTrue();
        files.ReadText("/etc/shadow").ShouldBeNull();
    }
}
