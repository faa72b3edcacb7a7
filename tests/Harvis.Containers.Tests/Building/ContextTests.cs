using System.Formats.Tar;
using System.Text;
using Harvis.Containers.Building;
using Harvis.Containers.Content;
using Harvis.Containers.Tests.Content;
using Harvis.Model.Diagnostics;

namespace Harvis.Containers.Tests.Building;

/// <summary>What builders are given is what was digested.</summary>
public sealed class ContextTests
{
    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tar_OfTheSameFiles_IsTheSameBytes()
    {
        using var tree = Tree();
        var first = await TarAsync(await tree.ReadAsync());
        (await TarAsync(await tree.ReadAsync())).ShouldBe(first);
        Encoding.Latin1.GetString(first).ShouldNotContain("PaxHeaders", customMessage: ".NET writes its process's id there");
    }

    [Fact]
    public async Task Tar_HoldsTheDigestedFilesWithPlainPermissions()
    {
        using var tree = Tree();
        tree.SetMode("app/main.txt", UnixFileMode.UserRead | UnixFileMode.UserWrite);
        tree.SetMode("app/run.sh", UnixFileMode.UserRead | UnixFileMode.UserExecute);
        Listed(await TarAsync(await tree.ReadAsync())).ShouldBe(
        [
            "RegularFile 644 0/0 .dockerignore",
            "SymbolicLink 777 0/0 link -> main.txt",
            $"RegularFile 644 0/0 {LongPath}",
            "RegularFile 644 0/0 main.txt",
            "RegularFile 755 0/0 run.sh",
            "RegularFile 644 0/0 Dockerfile",
        ]);
    }

    [Fact]
    public async Task Tar_FileChangedSinceTheDigest_IsRefused()
    {
        using var tree = Tree();
        var content = await tree.ReadAsync();
        tree.Write("app/main.txt", "hellO");
        (await Should.ThrowAsync<DiagnosticException>(() => TarAsync(content))).Message
            .ShouldBe("HRV3013: app/main.txt changed after the content of image \"app\" was digested. Nothing was built from a mixture: run it again.");
    }

    [Theory]
    [InlineData("hello longer")]
    [InlineData("hell")]
    [InlineData("")]
    [InlineData("HELLO")]
    [InlineData(null)]
    public async Task Staged_FileChangedSinceTheDigest_IsRefusedAndNothingIsLeft(string? text)
    {
        using var tree = Tree();
        var content = await tree.ReadAsync();
        if (text is null) File.Delete(tree.At("app/main.txt"));
        else tree.Write("app/main.txt", text);
        await Should.ThrowAsync<DiagnosticException>(() => StagedContext.CreateAsync(content, tree.At("work"), Token));
        Directory.GetFileSystemEntries(tree.At("work")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Staged_HoldsTheDigestedFilesOnly()
    {
        using var tree = Tree();
        tree.Write("app/node_modules/x.js", "ignored by git");
        tree.SetMode("app/run.sh", UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var content = await tree.ReadAsync();
        await using var staged = await StagedContext.CreateAsync(content, tree.At("work"), Token);
        Directory.GetFileSystemEntries(staged.Context, "*", SearchOption.AllDirectories)
            .Where(path => !Directory.Exists(path)).Select(path => Path.GetRelativePath(staged.Context, path)).Order(StringComparer.Ordinal)
            .ShouldBe(content.Entries.Select(entry => entry.Path));
        File.ReadAllText(staged.Dockerfile).ShouldBe(File.ReadAllText(tree.At("app/Dockerfile")));
        new FileInfo(Path.Combine(staged.Context, "link")).LinkTarget.ShouldBe("main.txt");
        if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(Path.Combine(staged.Context, "run.sh")).ShouldBe((UnixFileMode)0b111_101_101);
        File.GetLastWriteTimeUtc(Path.Combine(staged.Context, "main.txt")).ShouldBe(File.GetLastWriteTimeUtc(tree.At("app/main.txt")));
    }

    [Fact]
    public async Task Staged_AfterUse_IsGone()
    {
        using var tree = Tree();
        var staged = await StagedContext.CreateAsync(await tree.ReadAsync(), tree.At("work"), Token);
        await staged.DisposeAsync();
        Directory.GetFileSystemEntries(tree.At("work")).ShouldBeEmpty();
    }

    static string LongPath => $"{new string('l', 90)}/{new string('p', 90)}/{new string('f', 90)}";

    static SourceTree Tree()
    {
        var tree = SourceTree.Small();
        tree.Write(".gitignore", "node_modules/\n/work/\n");
        tree.Write("app/.dockerignore", "Dockerfile\nsrc\n");
        tree.Write("app/run.sh", "#!/bin/sh\n");
        tree.Write($"app/{LongPath}", "deep");
        File.CreateSymbolicLink(tree.At("app/link"), "main.txt");
        return tree;
    }

    static async Task<byte[]> TarAsync(ImageContent content)
    {
        using var stream = new MemoryStream();
        await ContextTar.WriteAsync(content, stream, Token);
        return stream.ToArray();
    }

    static IEnumerable<string> Listed(byte[] tar)
    {
        using var reader = new TarReader(new MemoryStream(tar));
        while (reader.GetNextEntry() is { } entry)
        {
            var link = entry.LinkName.Length == 0 ? "" : $" -> {entry.LinkName}";
            yield return $"{entry.EntryType} {Convert.ToString((int)entry.Mode, 8)} {entry.Uid}/{entry.Gid} {entry.Name}{link}";
        }
    }
}
