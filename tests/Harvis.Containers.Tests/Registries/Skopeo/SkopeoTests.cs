using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Harvis.Containers.Registries;
using Harvis.Containers.Registries.Authentication;
using Harvis.Containers.Registries.Blobs;
using Harvis.Containers.Registries.Content;
using Harvis.Containers.Tests.Registries.Contract;
using Harvis.Model.Images;
using Harvis.Model.Registries;
using Harvis.Model.Secrets;
using Harvis.Testing.Registries;
using Shouldly;
using Xunit;

namespace Harvis.Containers.Tests.Registries.Skopeo;

/// <summary>What Harvis pushes, skopeo reads; what skopeo pushes, Harvis reads; both with the real registry and the fake one.</summary>
public sealed class SkopeoTests(DockerRegistry real, DockerRegistryWithPassword guarded) : IClassFixture<DockerRegistry>, IClassFixture<DockerRegistryWithPassword>, IDisposable
{
    const string Binary = "/usr/bin/skopeo";

    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("harvis-skopeo-");

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    static async Task<string> SkopeoAsync(params string[] arguments)
    {
        if (!File.Exists(Binary)) Assert.Skip($"{Binary} isn't installed: apt-get install skopeo");
        using var skopeo = Process.Start(new ProcessStartInfo(Binary, ["--insecure-policy", .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = skopeo.StandardError.ReadToEndAsync(Ct);
        var output = await skopeo.StandardOutput.ReadToEndAsync(Ct);
        await skopeo.WaitForExitAsync(Ct);
        skopeo.ExitCode.ShouldBe(0, await error);
        return output;
    }

    static (byte[] Layer, byte[] Config) Content()
    {
        using var plain = new MemoryStream();
        using (var tar = new TarWriter(plain, leaveOpen: true))
        {
            tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "hello.txt") { DataStream = new MemoryStream("hello"u8.ToArray()) });
        }

        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(plain.ToArray());
        var diff = Digest.OfBytes(plain.ToArray());
        var config = $$$"""{"created":"2026-01-02T03:04:05Z","architecture":"amd64","os":"linux","config":{"Env":["A=b"],"Labels":{"who":"harvis"}},"rootfs":{"type":"layers","diff_ids":["{{{diff}}}"]},"history":[{"created":"2026-01-02T03:04:05Z","created_by":"test"}]}""";
        return (packed.ToArray(), Encoding.UTF8.GetBytes(config));
    }

    static Manifest ManifestOf(byte[] layer, byte[] config) => Manifest.Of(new ImageManifest
    {
        Config = new Descriptor { MediaType = MediaTypes.OciConfig, Digest = Digest.OfBytes(config), Size = config.Length },
        Layers = [new Descriptor { MediaType = MediaTypes.OciLayerGzip, Digest = Digest.OfBytes(layer), Size = layer.Length }],
    });

    // https://github.com/opencontainers/image-spec/blob/main/image-layout.md
    string WriteLayout(byte[] layer, byte[] config, Manifest manifest)
    {
        var layout = Path.Combine(_folder.FullName, "layout");
        var blobs = Directory.CreateDirectory(Path.Combine(layout, "blobs", "sha256")).FullName;
        foreach (var blob in new[] { layer, config, manifest.Content.ToArray() }) File.WriteAllBytes(Path.Combine(blobs, Digest.OfBytes(blob).Hex), blob);
        File.WriteAllText(Path.Combine(layout, "oci-layout"), """{"imageLayoutVersion":"1.0.0"}""");
        var entry = manifest.Descriptor with { Annotations = new Dictionary<string, string> { ["org.opencontainers.image.ref.name"] = "v1" } };
        File.WriteAllBytes(Path.Combine(layout, "index.json"), Manifest.Of(new ImageIndex { Manifests = [entry] }).Content.Span);
        return layout;
    }

    async Task WithAsync(string which, Func<RegistryClient, Registry, string[], Task> test)
    {
        await using var fake = new FakeRegistry();
        var fixture = which == "guarded" ? guarded : real;
        if (which != "fake" && fixture.Missing is { } why) Assert.Skip(why);
        var registry = which == "fake" ? fake.Registry : fixture.Registry;
        var user = new RegistryCredentials.UserPassword(DockerRegistry.User, new Secret("password", DockerRegistry.Password));
        using var client = new RegistryClient([registry], new FixedCredentials(new Dictionary<RegistryHost, RegistryCredentials> { [guarded.Registry.Host] = user }));
        await test(client, registry, which == "guarded" ? ["--creds", $"{DockerRegistry.User}:{DockerRegistry.Password}"] : []);
    }

    static string[] ForSide(string side, string[] credentials) => credentials.Length == 0 ? [] : [$"--{side}-creds", credentials[1]];

    [Theory]
    [InlineData("fake")]
    [InlineData("real")]
    [InlineData("guarded")]
    public Task Pushed_ByHarvis_SkopeoInspectsAndCopies(string which) => WithAsync(which, async (client, registry, credentials) =>
    {
        var (layer, config) = Content();
        var manifest = ManifestOf(layer, config);
        var target = registry.Repository("from/harvis").WithTag(ImageTag.Parse("v1"));
        await client.PutBlobAsync(target, BlobSource.OfBytes(layer), Ct);
        await client.PutBlobAsync(target, BlobSource.OfBytes(config), Ct);
        await client.PutManifestAsync(target, manifest, Ct);

        using var inspected = JsonDocument.Parse(await SkopeoAsync(["inspect", "--tls-verify=false", .. credentials, $"docker://{target}"]));
        inspected.RootElement.GetProperty("Digest").GetString().ShouldBe(manifest.Digest.ToString());
        inspected.RootElement.GetProperty("Labels").GetProperty("who").GetString().ShouldBe("harvis");
        inspected.RootElement.GetProperty("RepoTags").EnumerateArray().Select(tag => tag.GetString()).ShouldBe(["v1"]);

        var copy = Path.Combine(_folder.FullName, "copy");
        await SkopeoAsync(["copy", "--preserve-digests", "--src-tls-verify=false", .. ForSide("src", credentials), $"docker://{target}", $"oci:{copy}:v1"]);
        (await File.ReadAllBytesAsync(Path.Combine(copy, "blobs", "sha256", manifest.Digest.Hex), Ct)).ShouldBe(manifest.Content.ToArray());
        (await File.ReadAllBytesAsync(Path.Combine(copy, "blobs", "sha256", Digest.OfBytes(layer).Hex), Ct)).ShouldBe(layer);
    });

    [Theory]
    [InlineData("fake")]
    [InlineData("real")]
    [InlineData("guarded")]
    public Task Pushed_BySkopeo_HarvisReads(string which) => WithAsync(which, async (client, registry, credentials) =>
    {
        var (layer, config) = Content();
        var manifest = ManifestOf(layer, config);
        var target = registry.Repository("from/skopeo").WithTag(ImageTag.Parse("v1"));
        await SkopeoAsync(["copy", "--preserve-digests", "--dest-tls-verify=false", .. ForSide("dest", credentials), $"oci:{WriteLayout(layer, config, manifest)}:v1", $"docker://{target}"]);

        (await client.ResolveAsync(target, Ct)).ShouldBe(manifest.Digest);
        var found = await client.GetManifestAsync(target, Ct);
        found.Content.ToArray().ShouldBe(manifest.Content.ToArray());
        var image = found.ReadImage();
        var read = ImageConfigReading.Read(await (await client.OpenBlobAsync(target, image.Config.Digest, 0, Ct)).ToEndAsync(Ct));
        read.Created.ShouldBe(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
        read.Config!.Labels!["who"].ShouldBe("harvis");
        (await (await client.OpenBlobAsync(target, image.Layers[0].Digest, 0, Ct)).ToEndAsync(Ct)).ShouldBe(layer);
        (await client.ListTagsAsync(target, Ct).ToListAsync(Ct)).ShouldBe([ImageTag.Parse("v1")]);
    });
}
