using Harvis.Containers.Content;
using Harvis.Model.Diagnostics;
using Harvis.Model.Images;

namespace Harvis.Containers.Tests.Content;

public sealed class ImageContentTests
{
    public static TheoryData<string, Action<SourceTree>> Changes => new()
    {
        { "edit", tree => tree.Write("app/main.txt", "hellO") },
        { "add", tree => tree.Write("app/new.txt", "") },
        { "delete", tree => File.Delete(tree.At("app/main.txt")) },
        { "rename", tree => File.Move(tree.At("app/main.txt"), tree.At("app/other.txt")) },
        { "move", tree => File.Move(tree.At("app/main.txt"), tree.At("app/src/main.txt")) },
        { "executable", tree => tree.SetMode("app/main.txt", (UnixFileMode)0b111_101_101) },
        { "link", tree => Relink(tree, "src/part.txt") },
        { "link's target", tree => Relink(tree, "elsewhere") },
        { "Dockerfile", tree => tree.Write("app/Dockerfile", "ARG BASE\nFROM ${BASE}\nCOPY . /other\n") },
        { "ignore file", tree => tree.Write("app/.dockerignore", "src\n") },
    };

    public static TheoryData<string, Action<SourceTree>> NoChanges => new()
    {
        { "time", tree => File.SetLastWriteTimeUtc(tree.At("app/main.txt"), new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc)) },
        { "group's permissions", tree => tree.SetMode("app/main.txt", UnixFileMode.UserRead | UnixFileMode.UserWrite) },
        { "outside the context", tree => tree.Write("other/main.txt", "x") },
        { "ignored by git", tree => tree.Write("app/node_modules/x.js", "x") },
        { "empty folder", tree => Directory.CreateDirectory(tree.At("app/empty")) },
        { "staged", tree => tree.Git("add", "-A") },
        { "committed", tree => { tree.Git("add", "-A"); tree.Git("commit", "-qm", "x"); } },
        { "the pipeline's own files", tree => tree.Write(".nuke/temp/x", "x") },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Digest_WhatMattersChanges_Changes(string what, Action<SourceTree> change)
    {
        using var tree = Tree();
        var before = await tree.DigestAsync();
        change(tree);
        (await tree.DigestAsync()).ShouldNotBe(before, what);
    }

    [Theory]
    [MemberData(nameof(NoChanges))]
    public async Task Digest_WhatDoesNotMatterChanges_Stays(string what, Action<SourceTree> change)
    {
        using var tree = Tree();
        var before = await tree.DigestAsync();
        change(tree);
        (await tree.DigestAsync()).ShouldBe(before, what);
    }

    [Fact]
    public async Task Digest_OtherCheckoutOrNoRepository_Stays()
    {
        using var here = SourceTree.Small();
        using var there = SourceTree.Small();
        using var plain = SourceTree.Small(git: false);
        var digest = await here.DigestAsync();
        (await there.DigestAsync()).ShouldBe(digest);
        (await plain.DigestAsync()).ShouldBe(digest);
    }

    [Fact]
    public async Task Digest_OfKnownContent_IsThisOneOrTheAlgorithmsVersionWasRaised()
    {
        using var tree = SourceTree.Small();
        var content = await tree.ReadAsync();
        content.Tag.ToString().ShouldBe("content-4946d4b77277edc4f3d0b2cf6c7cadd2");
        content.Tag.ToString().ShouldBe($"content-{content.Digest.Hex[..32]}");
    }

    [Fact]
    public async Task Digest_ArgumentsStagePlatformAndBase_Count()
    {
        using var tree = SourceTree.Small();
        tree.Write("app/Dockerfile", "ARG BASE\nFROM ${BASE} AS one\nARG A\nFROM one AS two\n");
        var other = ImageReference.Parse($"localhost:5000/base/tiny@sha256:{new string('b', 64)}");
        Digest[] digests =
        [
            await tree.DigestAsync(),
            await tree.DigestAsync(tree.Image with { Stage = "one" }),
            await tree.DigestAsync(tree.Image with { Stage = "two" }),
            await tree.DigestAsync(tree.Image with { Platform = Platform.LinuxArm64 }),
            await tree.DigestAsync(tree.Image with { Arguments = new Dictionary<string, string> { ["A"] = "1" } }),
            await tree.DigestAsync(tree.Image with { Arguments = new Dictionary<string, string> { ["A"] = "2" } }),
            await tree.DigestAsync(reference: other),
        ];
        digests.Distinct().Count().ShouldBe(digests.Length);
    }

    [Fact]
    public async Task Digest_SameBaseInAnotherRegistry_Stays()
    {
        using var tree = SourceTree.Small();
        var elsewhere = ImageReference.Parse($"registry.registry.svc:5000/mirror/tiny@{SourceTree.Base.Digest}");
        (await tree.DigestAsync(reference: elsewhere)).ShouldBe(await tree.DigestAsync());
    }

    [Fact]
    public async Task Entries_AreWhatGitSeesAndTheIgnoreFileLeaves()
    {
        using var tree = Tree();
        tree.Write("app/.dockerignore", "src\n!src/part.txt\n*.md\n");
        tree.Write("app/src/other.txt", "x");
        tree.Write("app/node_modules/x.js", "x");
        tree.Write("app/README.md", "x");
        tree.Write("app/ümläut 1.txt", "x");
        (await tree.ReadAsync()).Entries.Select(entry => entry.Path).ShouldBe([".dockerignore", "Dockerfile", "link", "main.txt", "src/part.txt", "ümläut 1.txt"]);
    }

    [Fact]
    public async Task Entries_DockerfileHasItsOwnIgnoreFile_ThatOneCounts()
    {
        using var tree = SourceTree.Small();
        tree.Write("app/.dockerignore", "main.txt\n");
        tree.Write("app/Dockerfile.dockerignore", "src\nDockerfile*\n.dockerignore\n");
        (await tree.ReadAsync()).Entries.Select(entry => entry.Path).ShouldBe(["main.txt"]);
    }

    [Fact]
    public async Task Entries_RepositoryInsideTheRepository_ItsFilesCount()
    {
        using var tree = SourceTree.Small();
        Directory.CreateDirectory(tree.At("app/inner"));
        tree.Git("init", "-q", "app/inner");
        tree.Write("app/inner/file.txt", "x");
        (await tree.ReadAsync()).Entries.Select(entry => entry.Path).ShouldContain("inner/file.txt");
    }

    [Fact]
    public async Task ReadAsync_SeveralImages_AsksGitOnce()
    {
        using var tree = SourceTree.Small();
        var reader = tree.Reader();
        var bases = new Dictionary<string, ImageReference> { ["BASE"] = SourceTree.Base };
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => reader.ReadAsync(tree.Image, bases, TestContext.Current.CancellationToken)));
        tree.Processes.Ran.Count.ShouldBe(1);
    }

    [Fact]
    public async Task ReadAsync_GitRefuses_IsADiagnosticAndNotAnotherDigest()
    {
        using var tree = SourceTree.Small();
        var git = new Building.ScriptedProcesses(_ => (128, "", "fatal: detected dubious ownership in repository at '/src'\n"));
        var error = await Should.ThrowAsync<DiagnosticException>(() => tree.Reader(processes: git).ReadAsync(tree.Image, new Dictionary<string, ImageReference> { ["BASE"] = SourceTree.Base }));
        error.Message.ShouldBe("HRV3010: git doesn't list the repository's files: fatal: detected dubious ownership in repository at '/src' Without that list it isn't known what belongs to an image.");
    }

    static SourceTree Tree()
    {
        var tree = SourceTree.Small();
        tree.Write(".gitignore", "node_modules/\n.nuke/temp/\n");
        File.CreateSymbolicLink(tree.At("app/link"), "main.txt");
        return tree;
    }

    static void Relink(SourceTree tree, string target)
    {
        File.Delete(tree.At("app/link"));
        File.CreateSymbolicLink(tree.At("app/link"), target);
    }
}
