using Harvis.Containers.Registries;
using Harvis.Containers.Registries.Authentication;
using Harvis.Containers.Registries.Blobs;
using Harvis.Containers.Registries.Content;
using Harvis.Containers.Registries.Copying;
using Harvis.Containers.Registries.Errors;
using Harvis.Containers.Registries.Tags;
using Harvis.Model.Images;
using Harvis.Model.Registries;
using Shouldly;
using Xunit;

namespace Harvis.Containers.Tests.Registries.Contract;

/// <summary>What the client and a registry do together; every registry is held to it, the fake one and the real ones.</summary>
public abstract class RegistryContract : IAsyncLifetime
{
    static int _names;
    RegistryClient? _client;

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected abstract Registry Registry { get; }

    protected virtual ICredentialSource Credentials => FixedCredentials.None;

    protected virtual bool DeletesTags => true;

    /// <summary>Skips the test where the registry can't run here.</summary>
    protected abstract ValueTask StartAsync();

    RegistryClient Client => _client!;

    public async ValueTask InitializeAsync()
    {
        await StartAsync();
        // Small limits, so that small blobs take the way of large ones.
        _client = new RegistryClient([Registry], Credentials, new RegistryClientOptions { MaxMonolithicBytes = 64 * 1024, ChunkBytes = 100_000, TagPageSize = 3 });
    }

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _client?.Dispose();
        return default;
    }

    ImageReference NewRepository(string name = "team/app") => Registry.Repository($"{name}-{Interlocked.Increment(ref _names)}");

    [Fact]
    public async Task Resolve_UnknownRepositoryOrTag_IsNull()
    {
        var repository = NewRepository();
        (await Client.ResolveAsync(repository.WithTag(ImageTag.Parse("none")), Ct)).ShouldBeNull();
        await new TestImage(1).PushAsync(Client, repository.WithTag(ImageTag.Parse("one")), Ct);
        (await Client.ResolveAsync(repository.WithTag(ImageTag.Parse("two")), Ct)).ShouldBeNull();
    }

    [Fact]
    public async Task Push_Image_IsFoundByTagAndDigest()
    {
        var image = new TestImage(2);
        var tagged = NewRepository().WithTag(ImageTag.Parse("v1.2.3"));
        await image.PushAsync(Client, tagged, Ct);
        (await Client.ResolveAsync(tagged, Ct)).ShouldBe(image.Manifest.Digest);
        (await Client.ResolveAsync(tagged.WithDigest(image.Manifest.Digest), Ct)).ShouldBe(image.Manifest.Digest);
        var manifest = await Client.GetManifestAsync(tagged, Ct);
        manifest.ShouldBe(image.Manifest);
        manifest.Content.ToArray().ShouldBe(image.Manifest.Content.ToArray());
    }

    [Fact]
    public async Task PutManifest_OddlyWrittenJson_KeepsItsBytes()
    {
        var image = new TestImage(3);
        var target = NewRepository().WithTag(ImageTag.Parse("odd"));
        await image.PushAsync(Client, target, Ct);
        byte[] odd = [.. "{  \n"u8, .. image.Manifest.Content.Span[1..^1], .. " ,\"annotations\":{\"a\":\"\\u00e4\"}\n}\n"u8];
        var manifest = new Manifest(MediaTypes.OciManifest, odd);
        (await Client.PutManifestAsync(target, manifest, Ct)).ShouldBe(manifest.Digest);
        using var other = new RegistryClient([Registry], Credentials);
        (await other.GetManifestAsync(target, Ct)).Content.ToArray().ShouldBe(odd);
        (await other.GetManifestAsync(target, Ct)).ReadImage().Annotations!["a"].ShouldBe("ä");
    }

    [Fact]
    public async Task GetManifest_Unknown_SaysWhichAndThatItIsntThere()
    {
        var reference = NewRepository().WithTag(ImageTag.Parse("none"));
        var fault = await Should.ThrowAsync<RegistryException>(() => Client.GetManifestAsync(reference, Ct));
        fault.Code.ShouldBe(RegistryCodes.NotFound);
        fault.Attempts.ShouldBe(1);
        fault.Address.ShouldBe($"http://{Registry.Host}/v2/{reference.Repository}/manifests/none");
        fault.ServerCode.ShouldBeOneOf("MANIFEST_UNKNOWN", "NAME_UNKNOWN");
    }

    [Fact]
    public async Task PutManifest_WithoutItsLayers_IsRefused()
    {
        var repository = NewRepository();
        var fault = await Should.ThrowAsync<RegistryException>(() => Client.PutManifestAsync(repository.WithTag(ImageTag.Parse("x")), new TestImage(4).Manifest, Ct));
        fault.Code.ShouldBe(RegistryCodes.Refused);
        fault.ServerCode.ShouldBe("MANIFEST_BLOB_UNKNOWN");
        fault.Attempts.ShouldBe(1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(64 * 1024)]
    [InlineData((64 * 1024) + 1)]
    [InlineData(100_000)]
    [InlineData(100_001)]
    [InlineData(1_000_000)]
    public async Task PutBlob_AnySize_ComesBackWhole(int length)
    {
        var repository = NewRepository();
        var content = new byte[length];
        new Random(length).NextBytes(content);
        var blob = BlobSource.OfBytes(content);
        (await Client.BlobExistsAsync(repository, blob.Digest, Ct)).ShouldBeFalse();
        (await Client.PutBlobAsync(repository, blob, Ct)).ShouldBeTrue();
        (await Client.PutBlobAsync(repository, blob, Ct)).ShouldBeFalse();
        (await Client.BlobExistsAsync(repository, blob.Digest, Ct)).ShouldBeTrue();
        (await (await Client.OpenBlobAsync(repository, blob.Digest, 0, Ct)).ToEndAsync(Ct)).ShouldBe(content);
    }

    [Fact]
    public async Task PutBlob_File_ComesBackWholeAndFromAnOffset()
    {
        var repository = NewRepository();
        var content = new byte[300_000];
        new Random(5).NextBytes(content);
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(path, content, Ct);
            var blob = await BlobSource.OfFileAsync(path, Ct);
            await Client.PutBlobAsync(repository, blob, Ct);
            (await (await Client.OpenBlobAsync(repository, blob.Digest, 123_456, Ct)).ToEndAsync(Ct)).ShouldBe(content[123_456..]);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task OpenBlob_Unknown_IsNotFound()
    {
        var fault = await Should.ThrowAsync<RegistryException>(() => Client.OpenBlobAsync(NewRepository(), Digest.OfBytes([1]), 0, Ct));
        fault.Code.ShouldBe(RegistryCodes.NotFound);
    }

    [Fact]
    public async Task MountBlob_OfAnotherRepository_NeedsNoUpload()
    {
        var (from, into) = (NewRepository(), NewRepository());
        var blob = new TestImage(6).Layer;
        await Client.PutBlobAsync(from, blob, Ct);
        (await Client.MountBlobAsync(into, blob.Digest, from.Repository, Ct)).ShouldBeTrue();
        (await Client.BlobExistsAsync(into, blob.Digest, Ct)).ShouldBeTrue();
        (await Client.MountBlobAsync(into, Digest.OfBytes([9]), from.Repository, Ct)).ShouldBeFalse();
    }

    [Fact]
    public async Task ListTags_SeveralPages_GivesEachOnce()
    {
        var repository = NewRepository();
        (await Client.ListTagsAsync(repository, Ct).ToListAsync(Ct)).ShouldBeEmpty();
        var image = new TestImage(7);
        await image.PushAsync(Client, repository.WithTag(ImageTag.Parse("t0")), Ct);
        var tags = Enumerable.Range(1, 9).Select(i => ImageTag.Parse($"t{i}")).ToList();
        (await Client.RetagAsync(repository.WithTag(ImageTag.Parse("t0")), tags, Ct)).ShouldBe(image.Manifest.Digest);
        (await Client.ListTagsAsync(repository, Ct).ToListAsync(Ct)).Select(tag => tag.ToString()).Order().ShouldBe(Enumerable.Range(0, 10).Select(i => $"t{i}"));
        foreach (var tag in tags) (await Client.ResolveAsync(repository.WithTag(tag), Ct)).ShouldBe(image.Manifest.Digest);
    }

    [Fact]
    public async Task DeleteManifest_ByDigest_TakesItsTagsWithIt()
    {
        var image = new TestImage(8);
        var tagged = NewRepository().WithTag(ImageTag.Parse("old"));
        await image.PushAsync(Client, tagged, Ct);
        var pinned = tagged.WithDigest(image.Manifest.Digest);
        (await Client.DeleteManifestAsync(pinned, Ct)).ShouldBeTrue();
        (await Client.ResolveAsync(tagged, Ct)).ShouldBeNull();
        (await Client.DeleteManifestAsync(pinned, Ct)).ShouldBeFalse();
        await Should.ThrowAsync<RegistryException>(() => Client.GetManifestAsync(pinned, Ct));
    }

    [Fact]
    public async Task DeleteManifest_ByTag_DeletesTheTagOrSaysThatTheRegistryCannot()
    {
        var image = new TestImage(9);
        var tagged = NewRepository().WithTag(ImageTag.Parse("old"));
        await image.PushAsync(Client, tagged, Ct);
        if (DeletesTags)
        {
            (await Client.DeleteManifestAsync(tagged, Ct)).ShouldBeTrue();
            (await Client.ResolveAsync(tagged, Ct)).ShouldBeNull();
            (await Client.ResolveAsync(tagged.WithDigest(image.Manifest.Digest), Ct)).ShouldNotBeNull();
        }
        else
        {
            var fault = await Should.ThrowAsync<RegistryException>(() => Client.DeleteManifestAsync(tagged, Ct));
            fault.Code.ShouldBe(RegistryCodes.Refused);
            fault.Attempts.ShouldBe(1);
        }
    }

    [Fact]
    public async Task Referrers_OfAnImage_AreListedAndFiltered()
    {
        var image = new TestImage(10);
        var repository = NewRepository();
        await image.PushAsync(Client, repository.WithTag(ImageTag.Parse("signed")), Ct);
        var subject = repository.WithDigest(image.Manifest.Digest);
        (await Client.ReferrersAsync(subject, null, Ct)).ShouldBeEmpty();

        var signature = await PutArtifactAsync(repository, image, "application/vnd.example.signature");
        var sbom = await PutArtifactAsync(repository, image, "application/spdx+json");
        (await Client.ReferrersAsync(subject, null, Ct)).Select(each => each.Digest).ShouldBe([signature, sbom], ignoreOrder: true);
        var found = (await Client.ReferrersAsync(subject, "application/spdx+json", Ct)).ShouldHaveSingleItem();
        found.Digest.ShouldBe(sbom);
        found.Annotations!["made-by"].ShouldBe("tests");
    }

    async Task<Digest> PutArtifactAsync(ImageReference repository, TestImage image, string type)
    {
        var empty = BlobSource.OfBytes("{}"u8.ToArray());
        await Client.PutBlobAsync(repository, empty, Ct);
        var blob = new Descriptor { MediaType = MediaTypes.OciEmpty, Digest = empty.Digest, Size = empty.Length };
        var artifact = Manifest.Of(new ImageManifest
        {
            ArtifactType = type,
            Config = blob,
            Layers = [blob],
            Subject = image.Manifest.Descriptor,
            Annotations = new Dictionary<string, string> { ["made-by"] = "tests" },
        });
        return await Client.PutManifestAsync(repository, artifact, Ct);
    }

    [Fact]
    public async Task CopyImage_IndexToAnotherRepository_KeepsDigests()
    {
        var (from, to) = (NewRepository(), NewRepository("other"));
        var images = new[] { new TestImage(11), new TestImage(12) };
        foreach (var image in images) await image.PushAsync(Client, from.WithDigest(image.Manifest.Digest), Ct);
        var index = Manifest.Of(new ImageIndex
        {
            Manifests =
            [
                images[0].Manifest.Descriptor with { Platform = Platform.LinuxAmd64 },
                images[1].Manifest.Descriptor with { Platform = Platform.Parse("linux/arm/v7") },
            ],
        });
        await Client.PutManifestAsync(from.WithTag(ImageTag.Parse("multi")), index, Ct);
        (await Client.CopyImageAsync(from.WithTag(ImageTag.Parse("multi")), to.WithTag(ImageTag.Parse("copy")), Ct)).ShouldBe(index.Digest);
        (await Client.ResolveAsync(to.WithTag(ImageTag.Parse("copy")), Ct)).ShouldBe(index.Digest);
        var copied = (await Client.GetManifestAsync(to.WithTag(ImageTag.Parse("copy")), Ct)).ReadIndex();
        copied.Manifests[1].Platform.ShouldBe(Platform.Parse("linux/arm/v7"));
        foreach (var image in images)
            (await (await Client.OpenBlobAsync(to, image.Layer.Digest, 0, Ct)).ToEndAsync(Ct)).ShouldBe(image.LayerBytes);
    }

    [Fact]
    public async Task ReadConfig_OfAnImage_HasPlatformAndLayers()
    {
        var image = new TestImage(13);
        var target = NewRepository().WithTag(ImageTag.Parse("c"));
        await image.PushAsync(Client, target, Ct);
        var manifest = (await Client.GetManifestAsync(target, Ct)).ReadImage();
        var config = ImageConfigReading.Read(await (await Client.OpenBlobAsync(target, manifest.Config.Digest, 0, Ct)).ToEndAsync(Ct));
        config.Platform.ShouldBe(Platform.LinuxAmd64);
        config.RootFileSystem.DiffIds.ShouldBe([image.Layer.Digest]);
        config.Config!.Variables!.ShouldBe(["SEED=13"]);
    }

    [Fact]
    public async Task PutBlob_ManyAtOnce_AllArrive()
    {
        var repository = NewRepository();
        var images = Enumerable.Range(100, 16).Select(seed => new TestImage(seed, 30_000)).ToList();
        await Task.WhenAll(images.Select(image => image.PushAsync(Client, repository.WithTag(ImageTag.Parse($"s{image.Layer.Digest.Hex[..8]}")), Ct)));
        (await Client.ListTagsAsync(repository, Ct).ToListAsync(Ct)).Count.ShouldBe(16);
    }
}
