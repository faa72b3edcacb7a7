using System.Text;
using Harvis.Containers.BaseImages;
using Harvis.Containers.Tests.Building;
using Harvis.Engine.Processes;
using Harvis.Model.Diagnostics;
using Harvis.Model.Images;
using Harvis.Model.Registries;

namespace Harvis.Containers.Tests.BaseImages;

public sealed class BaseImageResolverTests : IDisposable
{
    static readonly Registry Local = new("localhost:5000");

    static readonly AptSources Sources = new([new AptSource("http://mirror.example/debian", "bookworm", ["main"], "/key.gpg", Trusted: false)]);

    static readonly DebianBaseImage Python = BaseImage.Debian("python", "python3", "libpq5");

    readonly string _folder = Directory.CreateTempSubdirectory("bld-").FullName;
    readonly MemoryRegistry _registry = new();
    readonly ListLog _log = new();

    static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task ResolveAsync_Pinned_IsItsReference()
    {
        var pinned = BaseImage.Pinned("tiny", $"docker.io/library/tiny@sha256:{new string('a', 64)}");
        (await Resolver().ResolveAsync(pinned, Platform.LinuxAmd64, Local, refresh: false, Succeeding(), _log, Token)).ShouldBe(pinned.Reference);
    }

    [Fact]
    public async Task ResolveAsync_DebianOfTwoArguments_IsMadeOnceAndFoundLater()
    {
        var programs = Succeeding();
        var image = new ContainerImage("app") { Context = "app", Bases = new Dictionary<string, BaseImage> { ["A"] = Python, ["B"] = BaseImage.Debian("python", "python3", "libpq5") } };
        var resolver = Resolver();
        var references = await Task.WhenAll(resolver.ResolveAsync(image, Local, programs, _log, Token), resolver.ResolveAsync(image, Local, programs, _log, Token));
        programs.Ran.Count.ShouldBe(1);
        references.SelectMany(pairs => pairs.Values).Distinct().Single().ToString().ShouldStartWith("localhost:5000/base/python@sha256:");
        await Resolver().ResolveAsync(image, Local, programs, _log, Token);
        programs.Ran.Count.ShouldBe(1, "the registry has it");
        _log.Infos.ShouldBe(["Making base image base/python of Debian bookworm packages. This takes minutes, once: the registry keeps it."]);
        await Resolver().ResolveAsync(Python, Platform.LinuxAmd64, Local, refresh: true, programs, _log, Token);
        programs.Ran.Count.ShouldBe(2);
        Directory.GetFileSystemEntries(_folder).ShouldBeEmpty();
    }

    [Fact]
    public async Task ResolveAsync_Debian_RunsMmdebstrapWithTheMachinesSources()
    {
        var programs = Succeeding();
        var recipe = BaseImage.Debian("web", "nodejs", "ca-certificates") with { Excludes = ["/usr/share/doc/*"] };
        await Resolver().ResolveAsync(recipe, Platform.LinuxArm64, Local, refresh: false, programs, _log, Token);
        var command = programs.Ran.Single();
        command.Program.ShouldBe("mmdebstrap");
        command.Arguments.ShouldContain("--include=nodejs,ca-certificates");
        command.Arguments.ShouldContain("--architectures=arm64");
        command.Arguments.ShouldContain("--dpkgopt=path-exclude=/usr/share/doc/*");
        command.Arguments[^3].ShouldBe("bookworm");
        command.Arguments[^1].ShouldBe("-");
        command.Input.ShouldBe("Types: deb\nURIs: http://mirror.example/debian\nSuites: bookworm\nComponents: main\nSigned-By: /key.gpg\n");
        command.Variables["SOURCE_DATE_EPOCH"].ShouldBe("1686355200");
    }

    [Fact]
    public async Task ResolveAsync_Debian_PushesTheseBytes()
    {
        var recipe = Python with { Variables = new Dictionary<string, string> { ["LANG"] = "C.UTF-8" } };
        var reference = await Resolver().ResolveAsync(recipe, Platform.LinuxAmd64, Local, refresh: false, Succeeding(), _log, Token);
        var manifest = Encoding.UTF8.GetString(_registry.Manifests.Single().Value);
        reference.Digest.ShouldBe(Digest.OfBytes(_registry.Manifests.Single().Value));
        var config = _registry.Blobs.Single(blob => blob.Value[0] == (byte)'{');
        var layer = _registry.Blobs.Single(blob => blob.Value[0] != (byte)'{');
        Encoding.UTF8.GetString(config.Value).ShouldBe(
            $$$"""{"created":"2023-06-10T00:00:00Z","architecture":"amd64","os":"linux","config":{"Env":["LANG=C.UTF-8","PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"],"Cmd":["/bin/sh"]},"rootfs":{"type":"layers","diff_ids":["{{{Digest.OfBytes("root file system"u8)}}}"]},"history":[{"created":"2023-06-10T00:00:00Z","created_by":"mmdebstrap bookworm: python3 libpq5"}]}""");
        manifest.ShouldBe(
            $$$"""{"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json","config":{"mediaType":"application/vnd.oci.image.config.v1+json","digest":"{{{config.Key}}}","size":{{{config.Value.Length}}}},"layers":[{"mediaType":"application/vnd.oci.image.layer.v1.tar+gzip","digest":"{{{layer.Key}}}","size":{{{layer.Value.Length}}}}]}""");
        layer.Value.AsSpan(4, 4).ToArray().ShouldBe(new byte[4], "the gzip header holds no time");
    }

    [Fact]
    public void Recipe_EveryPartOfIt_Counts()
    {
        BaseImageRecipe[] recipes =
        [
            new(Python, Platform.LinuxAmd64),
            new(Python, Platform.LinuxArm64),
            new(Python with { Suite = "trixie" }, Platform.LinuxAmd64),
            new(BaseImage.Debian("python", "libpq5", "python3"), Platform.LinuxAmd64),
            new(BaseImage.Debian("python", "python3libpq5"), Platform.LinuxAmd64),
            new(BaseImage.Debian("python", "python3"), Platform.LinuxAmd64),
            new(BaseImage.Debian("python", "python3") with { Excludes = ["libpq5"] }, Platform.LinuxAmd64),
            new(Python with { Variables = new Dictionary<string, string> { ["A"] = "1" } }, Platform.LinuxAmd64),
            new(Python with { Variables = new Dictionary<string, string> { ["A"] = "2" } }, Platform.LinuxAmd64),
        ];
        recipes.Select(recipe => recipe.Tag).Distinct().Count().ShouldBe(recipes.Length);
        recipes[0].Tag.ShouldBe(new BaseImageRecipe(BaseImage.Debian("other", "python3", "libpq5"), Platform.LinuxAmd64).Tag);
    }

    public static TheoryData<string, int?, string, string> Failures => new()
    {
        { "missing", null, "", "HRV3120: base image \"python\" is made with mmdebstrap, which isn't on PATH. Install the package mmdebstrap, or pin a base image of a registry." },
        { "package", 100, "I: downloading packages with apt...\nE: Unable to locate package pyhton3\nE: apt-get --yes install failed\nE: mmdebstrap failed to run", "HRV3122: base image \"python\" wasn't made by mmdebstrap: Unable to locate package pyhton3" },
        { "disk", 25, "tar: write error: No space left on device\nE: tar failed", "HRV3110: the disk is full, so base image \"python\" wasn't made: tar: write error: No space left on device Free space: ./build.sh Cleanup, docker builder prune, docker image prune." },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task ResolveAsync_BootstrapFails_SaysWhy(string what, int? code, string output, string expected)
    {
        var programs = new ScriptedProcesses(_ => code is { } given ? (given, "", output) : null);
        var error = await Should.ThrowAsync<DiagnosticException>(() => Resolver().ResolveAsync(Python, Platform.LinuxAmd64, Local, refresh: false, programs, _log, Token));
        error.Message.ShouldBe(expected, what);
        Directory.GetFileSystemEntries(_folder).ShouldBeEmpty();
    }

    [Fact]
    public async Task ResolveAsync_NoMirror_SaysSo()
    {
        var resolver = new BaseImageResolver(new AptSources([]), _registry, _folder);
        (await Should.ThrowAsync<DiagnosticException>(() => resolver.ResolveAsync(Python, Platform.LinuxAmd64, Local, refresh: false, Succeeding(), _log, Token))).Message
            .ShouldBe("HRV3121: base image \"python\" is made of Debian bookworm, and this machine's apt sources name no Debian mirror. Add one under /etc/apt/sources.list.d, or pin a base image of a registry.");
    }

    BaseImageResolver Resolver() => new(Sources, _registry, _folder);

    static ScriptedProcesses Succeeding() => new(command =>
    {
        File.WriteAllText(command.Arguments[^2], "root file system");
        return (0, "", "");
    });

    sealed class MemoryRegistry : IImagePush
    {
        public Dictionary<ImageReference, byte[]> Manifests { get; } = [];

        public Dictionary<Digest, byte[]> Blobs { get; } = [];

        public Task<Digest?> ResolveAsync(ImageReference reference, CancellationToken cancellationToken) =>
            Task.FromResult(Manifests.TryGetValue(reference, out var manifest) ? Digest.OfBytes(manifest) : (Digest?)null);

        public async Task PutBlobAsync(ImageReference repository, Digest digest, string file, CancellationToken cancellationToken) =>
            Blobs[digest] = await File.ReadAllBytesAsync(file, cancellationToken);

        public Task<Digest> PutManifestAsync(ImageReference reference, string mediaType, ReadOnlyMemory<byte> manifest, CancellationToken cancellationToken)
        {
            Manifests[reference] = manifest.ToArray();
            return Task.FromResult(Digest.OfBytes(manifest.Span));
        }
    }
}
