using System.Diagnostics;
using Harvis.Containers.Building;
using Harvis.Containers.Content;
using Harvis.Containers.Tests.Content;
using Harvis.Engine.Logging;
using Harvis.Engine.Processes;
using Harvis.Model.Diagnostics;
using Harvis.Model.Images;

namespace Harvis.Containers.Tests.Building;

/// <summary>What every builder does, judged with the real tool and a real registry.</summary>
[Collection("real builds")]
public abstract class ImageBuilderContract(LocalRegistry registry) : IAsyncLifetime
{
    readonly string _name = $"bld-{Guid.NewGuid().ToString("N")[..8]}";
    readonly SourceTree _tree = new();

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected abstract IImageBuilder Builder(IProcessRunner processes, string workFolder, IRunLog log);

    protected virtual bool HasBuildKitsFeatures => true;

    protected abstract Task RemoveAsync(IProcessRunner processes, string image);

    IImageBuilder Subject => field ??= Builder(_tree.Processes, _tree.At(".nuke/temp/build"), new SilentLog());

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(registry.Missing is not null, registry.Missing ?? "");
        var reason = await Subject.WhyUnavailableAsync(Token);
        Assert.SkipWhen(reason is not null, reason?.ToString() ?? "");
        _tree.Write(".gitignore", ".nuke/temp/\nnode_modules/\n");
        _tree.Write("app/.dockerignore", "Dockerfile\n.dockerignore\n*.md\n");
        _tree.Write("app/main.txt", "hello");
        _tree.Write("app/README.md", "left out by .dockerignore");
        _tree.Write("app/node_modules/x.js", "left out by git");
        _tree.Write("app/run.sh", "#!/bin/sh\n");
        _tree.SetMode("app/run.sh", UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        _tree.Write("app/src/part.txt", "part");
        File.CreateSymbolicLink(_tree.At("app/link"), "main.txt");
        Dockerfile("COPY . /app/\nRUN echo built > /built && stat -c '%a %u %n' /app/main.txt /app/run.sh > /modes");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var image in _built) await RemoveAsync(_tree.Processes, image);
        _tree.Dispose();
        GC.SuppressFinalize(this);
    }

    readonly List<string> _built = [];

    [Fact]
    public async Task BuildAsync_Image_IsInTheRegistryUnderTheDigestAndTheTag()
    {
        var request = await RequestAsync();
        var built = await Subject.BuildAsync(request, Token);
        built.Reference.Digest.ShouldBe(await registry.Client.ResolveAsync(request.Destination, Token));
        built.Reference.Tag.ShouldBeNull();
        Digest.OfBytes(await registry.Client.ManifestAsync(built.Reference, Token)).ShouldBe(built.Reference.Digest!.Value);
    }

    [Fact]
    public async Task BuildAsync_Context_IsExactlyWhatWasDigested()
    {
        var built = await Subject.BuildAsync(await RequestAsync(), Token);
        var files = await registry.FilesAsync(built.Reference, Token);
        files.Where(file => file.Path.StartsWith("app/", StringComparison.Ordinal) && !file.Path.EndsWith('/')).Select(file => file.Path).Order(StringComparer.Ordinal)
            .ShouldBe(["app/link", "app/main.txt", "app/run.sh", "app/src/part.txt"]);
        files.Single(file => file.Path == "modes").Text.ShouldBe("644 0 /app/main.txt\n755 0 /app/run.sh\n");
        files.Single(file => file.Path == "app/link").Text.ShouldBe("main.txt");
        Directory.GetFileSystemEntries(_tree.At("."), "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
            .ShouldNotContain(path => path.Contains("/.nuke/temp/build/", StringComparison.Ordinal), "nothing staged is left");
    }

    [Fact]
    public async Task BuildAsync_ArgumentsStageAndLabels_ReachTheImage()
    {
        _tree.Write("app/Dockerfile", "ARG BASE\nFROM ${BASE} AS one\nARG WHAT\nRUN echo \"$WHAT\" > /what\nFROM one AS two\nRUN false\n");
        var labels = new Dictionary<string, string> { ["org.opencontainers.image.revision"] = "abc", ["org.opencontainers.image.title"] = "a, \"b\" = c" };
        var request = await RequestAsync(image => image with { Stage = "one", Arguments = new Dictionary<string, string> { ["WHAT"] = "it's $HOME, \"quoted\"" } });
        var built = await Subject.BuildAsync(request with { Labels = labels }, Token);
        (await registry.FilesAsync(built.Reference, Token)).Single(file => file.Path == "what").Text.ShouldBe("it's $HOME, \"quoted\"\n");
        using var config = System.Text.Json.JsonDocument.Parse(await registry.ConfigAsync(built.Reference, Token));
        var given = config.RootElement.GetProperty("config").GetProperty("Labels");
        foreach (var (name, value) in labels) given.GetProperty(name).GetString().ShouldBe(value);
    }

    [Fact]
    public async Task BuildAsync_Secret_IsReadAndInNoLayerOrHistory()
    {
        const string secret = "S3CR3T-7d1f";
        _tree.Write("secret,with comma/file", secret);
        _tree.Write("app/Dockerfile", "ARG BASE\nFROM ${BASE}\nRUN --mount=type=secret,id=ca-bundle wc -c < /run/secrets/ca-bundle > /length\n");
        var request = await RequestAsync() with { Secrets = [new BuildSecret("ca-bundle", _tree.At("secret,with comma/file"))] };
        if (!HasBuildKitsFeatures)
        {
            (await Should.ThrowAsync<DiagnosticException>(() => Subject.BuildAsync(request, Token))).Message.ShouldBe(
                $"HRV3104 app/Dockerfile: image \"{_name}\" needs BuildKit, which the Docker Engine's own builder lacks: \"RUN --mount=type=secret,id=ca-bundle wc -c < /run/secrets/ca-bundle > /length\" Install the buildx plugin (./build.sh --provision) or buildah.");
            return;
        }

        var built = await Subject.BuildAsync(request, Token);
        var files = await registry.FilesAsync(built.Reference, Token);
        files.Single(file => file.Path == "length").Text.Trim().ShouldBe($"{secret.Length}");
        files.ShouldNotContain(file => file.Text.Contains(secret, StringComparison.Ordinal));
        (await registry.ConfigAsync(built.Reference, Token)).ShouldNotContain(secret);
    }

    [Fact]
    public async Task BuildAsync_StepFails_SaysWhichAndItsLastLines()
    {
        Dockerfile("RUN echo before && echo oops >&2 && false");
        var error = await Should.ThrowAsync<ImageBuildException>(async () => await Subject.BuildAsync(await RequestAsync(), Token));
        error.Diagnostic.Code.ToString().ShouldBe("HRV3106");
        error.Step.ShouldBe("RUN echo before && echo oops >&2 && false");
        error.LastLines.Where(line => line is "before" or "oops").Count().ShouldBe(2);
        error.Message.ShouldStartWith($"HRV3106 app/Dockerfile: image \"{_name}\" wasn't built by {Subject.Name}, step \"RUN echo before && echo oops >&2 && false\": ");
    }

    [Fact]
    public async Task BuildAsync_CopiesWhatGitIgnores_SaysSo()
    {
        Dockerfile("COPY node_modules /app/");
        var error = await Should.ThrowAsync<ImageBuildException>(async () => await Subject.BuildAsync(await RequestAsync(), Token));
        error.Diagnostic.Remedy.ShouldBe("\"node_modules\" is there, but git or .dockerignore leaves it out of the context.");
    }

    [Fact]
    public async Task BuildAsync_FileChangedSinceTheDigest_BuildsNothing()
    {
        var request = await RequestAsync();
        _tree.Write("app/main.txt", "HELLO");
        (await Should.ThrowAsync<DiagnosticException>(() => Subject.BuildAsync(request, Token))).Diagnostics.Single().Code.ToString().ShouldBe("HRV3013");
        (await registry.Client.ResolveAsync(request.Destination, Token)).ShouldBeNull();
    }

    [Fact]
    public async Task BuildAsync_RegistryUnreachable_IsAnErrorThatNamesIt()
    {
        var request = await RequestAsync();
        var nowhere = request with { Destination = ImageReference.Parse($"localhost:1/{_name}:x") };
        _built.Add(nowhere.Destination.ToString());
        (await Should.ThrowAsync<ImageBuildException>(() => Subject.BuildAsync(nowhere, Token))).Message.ShouldContain("localhost:1");
    }

    [Fact]
    public async Task BuildAsync_Cancelled_EndsTheStepQuickly()
    {
        // Its own duration names the step's process among all processes of this machine.
        var seconds = $"{Random.Shared.Next(10_000, 99_999)}";
        Dockerfile($"RUN sleep {seconds}");
        var request = await RequestAsync();
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var build = Subject.BuildAsync(request, cancel.Token);
        await UntilAsync(() => build.IsCompleted || Sleeps(seconds), TimeSpan.FromSeconds(60));
        build.IsCompleted.ShouldBeFalse();
        await cancel.CancelAsync();
        var watch = Stopwatch.StartNew();
        await Should.ThrowAsync<OperationCanceledException>(() => build);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
        (await UntilAsync(() => !Sleeps(seconds), TimeSpan.FromSeconds(15))).ShouldBeTrue("the step goes on");
        Directory.GetFileSystemEntries(_tree.Root, "context", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task BuildAsync_TwoAtOnce_BothAreBuilt()
    {
        var first = await RequestAsync();
        _tree.Write("other/Dockerfile", "ARG BASE\nFROM ${BASE}\nCOPY two.txt /\n");
        _tree.Write("other/two.txt", "two");
        var second = await RequestAsync(image => image with { Context = "other" });
        var built = await Task.WhenAll(Subject.BuildAsync(first, Token), Subject.BuildAsync(second, Token));
        (await registry.FilesAsync(built[0].Reference, Token)).ShouldContain(file => file.Path == "app/main.txt");
        (await registry.FilesAsync(built[1].Reference, Token)).ShouldContain(file => file.Path == "two.txt");
    }

    void Dockerfile(string steps) => _tree.Write("app/Dockerfile", $"ARG BASE\nFROM ${{BASE}}\n{steps}\n");

    async Task<ImageBuildRequest> RequestAsync(Func<ContainerImage, ContainerImage>? change = null)
    {
        var image = new ContainerImage(_name) { Context = "app", Bases = new Dictionary<string, BaseImage> { ["BASE"] = BaseImage.Pinned("tiny", registry.Base.ToString()) } };
        var content = await _tree.ReadAsync(change?.Invoke(image) ?? image, registry.Base);
        var request = new ImageBuildRequest(content, image.In(registry.Registry).WithTag(content.Tag)) { Insecure = true, Timeout = TimeSpan.FromMinutes(3) };
        _built.Add(request.Destination.ToString());
        return request;
    }

    static bool Sleeps(string seconds) => Directory.EnumerateDirectories("/proc").Any(process =>
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline")).TrimEnd('\0').EndsWith($"sleep\0{seconds}", StringComparison.Ordinal);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    });

    static async Task<bool> UntilAsync(Func<bool> condition, TimeSpan within)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < within; await Task.Delay(50, Token))
        {
            if (condition()) return true;
        }

        return false;
    }

    sealed class SilentLog : IRunLog
    {
        public void Write(LogLevel level, string text)
        {
        }
    }
}
