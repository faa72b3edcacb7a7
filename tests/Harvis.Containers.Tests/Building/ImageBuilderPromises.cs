using Harvis.Containers.Building;
using Harvis.Containers.Tests.Content;
using Harvis.Engine.Logging;
using Harvis.Engine.Processes;
using Harvis.Model.Diagnostics;
using Harvis.Model.Images;

namespace Harvis.Containers.Tests.Building;

/// <summary>What every builder owes its caller, the one of the test kit too, judged with a real registry.</summary>
[Collection("real builds")]
public abstract class ImageBuilderPromises(LocalRegistry registry) : IAsyncLifetime
{
    protected string Name { get; } = $"bld-{Guid.NewGuid().ToString("N")[..8]}";

    private protected SourceTree Tree { get; } = new();

    protected LocalRegistry Registry => registry;

    protected List<string> Built { get; } = [];

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected abstract IImageBuilder Builder(IProcessRunner processes, string workFolder, IRunLog log);

    protected abstract Task RemoveAsync(IProcessRunner processes, string image);

    protected IImageBuilder Subject => field ??= Builder(Tree.Processes, Tree.At(".nuke/temp/build"), new SilentLog());

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(Registry.Missing is not null, Registry.Missing ?? "");
        var reason = await Subject.WhyUnavailableAsync(Token);
        Assert.SkipWhen(reason is not null, reason?.ToString() ?? "");
        Tree.Write(".gitignore", ".nuke/temp/\nnode_modules/\n");
        Tree.Write("app/.dockerignore", "Dockerfile\n.dockerignore\n*.md\n");
        Tree.Write("app/main.txt", "hello");
        Tree.Write("app/README.md", "left out by .dockerignore");
        Tree.Write("app/node_modules/x.js", "left out by git");
        Tree.Write("app/run.sh", "#!/bin/sh\n");
        Tree.SetMode("app/run.sh", UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Tree.Write("app/src/part.txt", "part");
        File.CreateSymbolicLink(Tree.At("app/link"), "main.txt");
        Dockerfile("COPY . /app/\nRUN echo built > /built && stat -c '%a %u %n' /app/main.txt /app/run.sh > /modes");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var image in Built) await RemoveAsync(Tree.Processes, image);
        Tree.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task BuildAsync_Image_IsInTheRegistryUnderTheDigestAndTheTag()
    {
        var request = await RequestAsync();
        var built = await Subject.BuildAsync(request, Token);
        built.Reference.Digest.ShouldBe(await Registry.Client.ResolveAsync(request.Destination, Token));
        built.Reference.Tag.ShouldBeNull();
        Digest.OfBytes(await Registry.Client.ManifestAsync(built.Reference, Token)).ShouldBe(built.Reference.Digest!.Value);
    }

    [Fact]
    public async Task BuildAsync_FileChangedSinceTheDigest_BuildsNothing()
    {
        var request = await RequestAsync();
        Tree.Write("app/main.txt", "HELLO");
        (await Should.ThrowAsync<DiagnosticException>(() => Subject.BuildAsync(request, Token))).Diagnostics.Single().Code.ToString().ShouldBe("HRV3013");
        (await Registry.Client.ResolveAsync(request.Destination, Token)).ShouldBeNull();
    }

    [Fact]
    public async Task BuildAsync_RegistryUnreachable_IsAnErrorThatNamesIt()
    {
        var request = await RequestAsync();
        var nowhere = request with { Destination = ImageReference.Parse($"localhost:1/{Name}:x") };
        Built.Add(nowhere.Destination.ToString());
        (await Should.ThrowAsync<ImageBuildException>(() => Subject.BuildAsync(nowhere, Token))).Message.ShouldContain("localhost:1");
    }

    [Fact]
    public async Task BuildAsync_TwoAtOnce_BothAreBuilt()
    {
        var first = await RequestAsync();
        Tree.Write("other/Dockerfile", "ARG BASE\nFROM ${BASE}\nCOPY two.txt /\n");
        Tree.Write("other/two.txt", "two");
        var second = await RequestAsync(image => image with { Context = "other" });
        var built = await Task.WhenAll(Subject.BuildAsync(first, Token), Subject.BuildAsync(second, Token));
        (await Registry.FilesAsync(built[0].Reference, Token)).ShouldContain(file => file.Path.EndsWith("main.txt", StringComparison.Ordinal));
        (await Registry.FilesAsync(built[1].Reference, Token)).ShouldContain(file => file.Path == "two.txt");
    }

    protected void Dockerfile(string steps) => Tree.Write("app/Dockerfile", $"ARG BASE\nFROM ${{BASE}}\n{steps}\n");

    protected async Task<ImageBuildRequest> RequestAsync(Func<ContainerImage, ContainerImage>? change = null)
    {
        var image = new ContainerImage(Name) { Context = "app", Bases = new Dictionary<string, BaseImage> { ["BASE"] = BaseImage.Pinned("tiny", Registry.Base.ToString()) } };
        var content = await Tree.ReadAsync(change?.Invoke(image) ?? image, Registry.Base);
        var request = new ImageBuildRequest(content, image.In(Registry.Registry).WithTag(content.Tag)) { Insecure = true, Timeout = TimeSpan.FromMinutes(3) };
        Built.Add(request.Destination.ToString());
        return request;
    }

    sealed class SilentLog : IRunLog
    {
        public void Write(LogLevel level, string text)
        {
        }
    }
}
