using Harvis.Containers.Registries;
using Harvis.Containers.Registries.Authentication;
using Harvis.Containers.Registries.Blobs;
using Harvis.Containers.Registries.Copying;
using Harvis.Containers.Tests.Registries.Contract;
using Harvis.Model.Images;
using Harvis.Model.Registries;
using Harvis.Testing.Registries;
using Shouldly;
using Xunit;

namespace Harvis.Containers.Tests.Registries.Faults;

public sealed class RealRegistryFaultTests(DockerRegistry real) : IClassFixture<DockerRegistry>
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    // Version 2 of the registry can't tell how far a chunk got; the upload then begins anew, and still arrives.
    [Fact]
    public async Task Upload_CutThreeTimes_StillArrives()
    {
        if (real.Missing is { } why) Assert.Skip(why);
        await using var proxy = new CuttingProxy(real.Registry.Host.Port!.Value, 300_000, 1_000_000, 1_600_000);
        var registry = new Registry($"127.0.0.1:{proxy.Port}") { Insecure = true };
        var options = new RegistryClientOptions { MaxMonolithicBytes = 1000, ChunkBytes = 500_000, FirstDelay = TimeSpan.FromMilliseconds(50) };
        using var client = new RegistryClient([registry], FixedCredentials.None, options);
        var content = new byte[2_000_000];
        new Random(3).NextBytes(content);
        var blob = BlobSource.OfBytes(content);
        var target = registry.Repository("cut/app");
        await client.PutBlobAsync(target, blob, Ct);
        proxy.Cuts.ShouldBe(3);
        (await (await client.OpenBlobAsync(target, blob.Digest, 0, Ct)).ToEndAsync(Ct)).ShouldBe(content);
    }

    [Fact]
    public async Task CopyImage_ToAnotherRegistry_StreamsAndKeepsTheDigest()
    {
        if (real.Missing is { } why) Assert.Skip(why);
        await using var fake = new FakeRegistry();
        using var client = new RegistryClient([fake.Registry, real.Registry], FixedCredentials.None, new RegistryClientOptions { MaxMonolithicBytes = 1000, ChunkBytes = 100_000 });
        var image = new TestImage(21, 450_000);
        var (source, target) = (fake.Repository("a/app").WithTag(ImageTag.Parse("v1")), real.Registry.Repository("b/app").WithTag(ImageTag.Parse("v2")));
        await image.PushAsync(client, source, Ct);
        (await client.CopyImageAsync(source, target, Ct)).ShouldBe(image.Manifest.Digest);
        (await client.ResolveAsync(target, Ct)).ShouldBe(image.Manifest.Digest);
        fake.ClearRequests();
        await client.CopyImageAsync(target, fake.Repository("c/app").WithTag(ImageTag.Parse("v3")), Ct);
        fake.Count(HttpMethod.Patch).ShouldBe(5);
        fake.ClearRequests();
        await client.CopyImageAsync(source, fake.Repository("d/app").WithTag(ImageTag.Parse("v4")), Ct);
        fake.Requests.Sum(request => request.BodyBytes).ShouldBe(image.Manifest.Content.Length);
    }
}
