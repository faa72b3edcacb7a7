using System.Diagnostics;
using Harvis.Containers.Content;
using Harvis.Containers.Tests.Building;
using Harvis.Engine.Files;
using Harvis.Engine.Processes;
using Harvis.Model.Images;

namespace Harvis.Containers.Tests.Content;

/// <summary>A folder with sources, with or without a git repository, that is gone after the test.</summary>
public sealed class SourceTree : IDisposable
{
    public static readonly ImageReference Base = ImageReference.Parse($"localhost:5000/base/tiny@sha256:{new string('a', 64)}");

    public SourceTree(bool git = true)
    {
        Directory.CreateDirectory(Root);
        if (git) Git("init", "-q");
    }

    public string Root { get; } = Path.Combine(Path.GetTempPath(), $"bld-{Guid.NewGuid():N}");

    public ContainerImage Image { get; init; } = new("app")
    {
        Context = "app",
        Bases = new Dictionary<string, BaseImage> { ["BASE"] = BaseImage.Pinned("tiny", Base.ToString()) },
    };

    public LocalProcesses Processes => field ??= new LocalProcesses(Root);

    /// <summary>A small context: a Dockerfile and two files.</summary>
    public static SourceTree Small(bool git = true)
    {
        var tree = new SourceTree(git);
        tree.Write("app/Dockerfile", "ARG BASE\nFROM ${BASE}\nCOPY . /app\n");
        tree.Write("app/main.txt", "hello");
        tree.Write("app/src/part.txt", "part");
        return tree;
    }

    public string At(string path) => Path.Combine(Root, path);

    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllText(At(path), text);
    }

    public void SetMode(string path, UnixFileMode mode)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such permissions.");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(At(path), mode);
    }

    public void Git(params string[] arguments)
    {
        var start = new ProcessStartInfo("git") { WorkingDirectory = Root, RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var argument in new[] { "-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false" }.Concat(arguments)) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException(process.StandardError.ReadToEnd());
    }

    public ImageContentReader Reader(FileDigestCache? cache = null, IProcessRunner? processes = null) =>
        new(Root, processes ?? Processes, cache ?? new FileDigestCache(null, TimeProvider.System));

    public Task<ImageContent> ReadAsync(ContainerImage? image = null, ImageReference? reference = null) =>
        Reader().ReadAsync(image ?? Image, (image ?? Image).Bases.ToDictionary(pair => pair.Key, _ => reference ?? Base), TestContext.Current.CancellationToken);

    public async Task<Digest> DigestAsync(ContainerImage? image = null, ImageReference? reference = null) => (await ReadAsync(image, reference)).Digest;

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
