using System.Diagnostics;
using Harvis.Containers.Building;
using Harvis.Containers.Content;
using Harvis.Containers.Tests.Content;
using Harvis.Engine.Logging;
using Harvis.Engine.Processes;
using Harvis.Model.Diagnostics;
using Harvis.Model.Images;

namespace Harvis.Containers.Tests.Building;

/// <summary>What every builder that runs a Dockerfile's steps does, judged with the real tool and a real registry.</summary>
public abstract class ImageBuilderContract(LocalRegistry registry) : ImageBuilderPromises(registry)
{
    protected virtual bool HasBuildKitsFeatures => true;

    [Fact]
    public async Task BuildAsync_Context_IsExactlyWhatWasDigested()
    {
        var built = await Subject.BuildAsync(await RequestAsync(), Token);
        var files = await Registry.FilesAsync(built.Reference, Token);
        files.Where(file => file.Path.StartsWith("app/", StringComparison.Ordinal) && !file.Path.EndsWith('/')).Select(file => file.Path).Order(StringComparer.Ordinal)
            .ShouldBe(["app/link", "app/main.txt", "app/run.sh", "app/src/part.txt"]);
        files.Single(file => file.Path == "modes").Text.ShouldBe("644 0 /app/main.txt\n755 0 /app/run.sh\n");
        files.Single(file => file.Path == "app/link").Text.ShouldBe("main.txt");
        Directory.GetFileSystemEntries(Tree.At("."), "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
            .ShouldNotContain(path => path.Contains("/.nuke/temp/build/", StringComparison.Ordinal), "nothing staged is left");
    }

    [Fact]
    public async Task BuildAsync_ArgumentsStageAndLabels_ReachTheImage()
    {
        Tree.Write("app/Dockerfile", "ARG BASE\nFROM ${BASE} AS one\nARG WHAT\nRUN echo \"$WHAT\" > /what\nFROM one AS two\nRUN false\n");
        var labels = new Dictionary<string, string> { ["org.opencontainers.image.revision"] = "abc", ["org.opencontainers.image.title"] = "a, \"b\" = c" };
        var request = await RequestAsync(image => image with { Stage = "one", Arguments = new Dictionary<string, string> { ["WHAT"] = "it's $HOME, \"quoted\"" } });
        var built = await Subject.BuildAsync(request with { Labels = labels }, Token);
        (await Registry.FilesAsync(built.Reference, Token)).Single(file => file.Path == "what").Text.ShouldBe("it's $HOME, \"quoted\"\n");
        using var config = System.Text.Json.JsonDocument.Parse(await Registry.ConfigAsync(built.Reference, Token));
        var given = config.RootElement.GetProperty("config").GetProperty("Labels");
        foreach (var (name, value) in labels) given.GetProperty(name).GetString().ShouldBe(value);
    }

    [Fact]
    public async Task BuildAsync_Secret_IsReadAndInNoLayerOrHistory()
    {
        const string secret = "S3CR3T-7d1f";
        Tree.Write("secret,with comma/file", secret);
        Tree.Write("app/Dockerfile", "ARG BASE\nFROM ${BASE}\nRUN --mount=type=secret,id=ca-bundle wc -c < /run/secrets/ca-bundle > /length\n");
        var request = await RequestAsync() with { Secrets = [new BuildSecret("ca-bundle", Tree.At("secret,with comma/file"))] };
        if (!HasBuildKitsFeatures)
        {
            (await Should.ThrowAsync<DiagnosticException>(() => Subject.BuildAsync(request, Token))).Message.ShouldBe(
                $"HRV3104 app/Dockerfile: image \"{Name}\" needs BuildKit, which the Docker Engine's own builder lacks: \"RUN --mount=type=secret,id=ca-bundle wc -c < /run/secrets/ca-bundle > /length\" Install the buildx plugin (./build.sh --provision) or buildah.");
            return;
        }

        var built = await Subject.BuildAsync(request, Token);
        var files = await Registry.FilesAsync(built.Reference, Token);
        files.Single(file => file.Path == "length").Text.Trim().ShouldBe($"{secret.Length}");
        files.ShouldNotContain(file => file.Text.Contains(secret, StringComparison.Ordinal));
        (await Registry.ConfigAsync(built.Reference, Token)).ShouldNotContain(secret);
    }

    [Fact]
    public async Task BuildAsync_StepFails_SaysWhichAndItsLastLines()
    {
        Dockerfile("RUN echo before && echo oops >&2 && false");
        var error = await Should.ThrowAsync<ImageBuildException>(async () => await Subject.BuildAsync(await RequestAsync(), Token));
        error.Diagnostic.Code.ToString().ShouldBe("HRV3106");
        error.Step.ShouldBe("RUN echo before && echo oops >&2 && false");
        error.LastLines.Where(line => line is "before" or "oops").Count().ShouldBe(2);
        error.Message.ShouldStartWith($"HRV3106 app/Dockerfile: image \"{Name}\" wasn't built by {Subject.Name}, step \"RUN echo before && echo oops >&2 && false\": ");
    }

    [Fact]
    public async Task BuildAsync_CopiesWhatGitIgnores_SaysSo()
    {
        Dockerfile("COPY node_modules /app/");
        var error = await Should.ThrowAsync<ImageBuildException>(async () => await Subject.BuildAsync(await RequestAsync(), Token));
        error.Diagnostic.Remedy.ShouldBe("\"node_modules\" is there, but git or .dockerignore leaves it out of the context.");
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
        Directory.GetFileSystemEntries(Tree.Root, "context", SearchOption.AllDirectories).ShouldBeEmpty();
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
}
