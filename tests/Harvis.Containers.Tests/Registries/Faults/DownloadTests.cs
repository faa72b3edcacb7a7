using System.Net;
using Harvis.Containers.Registries.Blobs;
using Harvis.Containers.Registries.Content;
using Harvis.Containers.Registries.Errors;
using Harvis.Model.Images;
using Harvis.Testing.Registries.Faults;
using Shouldly;
using Xunit;

namespace Harvis.Containers.Tests.Registries.Faults;

public sealed class DownloadTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Blob_CutInTheMiddle_GoesOnWhereItWasCut()
    {
        await using var registry = new FaultyRegistry();
        var image = await registry.PushAsync(Ct);
        registry.Fake.Inject(new RegistryFault.CutDownload(2000), HttpMethod.Get, "/blobs/");
        registry.Fake.Inject(new RegistryFault.CutDownload(1000), HttpMethod.Get, "/blobs/");
        (await (await registry.Client.OpenBlobAsync(registry.Tagged(), image.Layer.Digest, 0, Ct)).ToEndAsync(Ct)).ShouldBe(image.LayerBytes);
        var reads = registry.Fake.Requests.Where(request => request.Method == "GET").ToList();
        reads.Select(request => request.Headers.GetValueOrDefault("Range")).ShouldBe([null, "bytes=2000-", "bytes=3000-"]);
    }

    [Fact]
    public async Task Blob_CutEveryTime_FailsAfterFourAttempts()
    {
        await using var registry = new FaultyRegistry();
        var image = await registry.PushAsync(Ct);
        registry.Fake.Inject(new RegistryFault.CutDownload(0), HttpMethod.Get, "/blobs/", int.MaxValue);
        var fault = await Should.ThrowAsync<RegistryException>(async () => await (await registry.Client.OpenBlobAsync(registry.Tagged(), image.Layer.Digest, 0, Ct)).ToEndAsync(Ct));
        fault.Code.ShouldBe(RegistryCodes.NotReachable);
        fault.Attempts.ShouldBe(4);
    }

    [Fact]
    public async Task Blob_WrongBody_FailsAtItsEnd()
    {
        await using var registry = new FaultyRegistry();
        var image = await registry.PushAsync(Ct);
        registry.Fake.Inject(new RegistryFault.WrongBody(), HttpMethod.Get, "/blobs/");
        var fault = await Should.ThrowAsync<RegistryException>(async () => await (await registry.Client.OpenBlobAsync(registry.Tagged(), image.Layer.Digest, 0, Ct)).ToEndAsync(Ct));
        fault.Code.ShouldBe(RegistryCodes.DigestMismatch);
        fault.Message.ShouldContain(image.Layer.Digest.ToString());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Manifest_WrongBody_IsRefused(bool byDigest)
    {
        await using var registry = new FaultyRegistry();
        var image = await registry.PushAsync(Ct);
        using var fresh = registry.NewClient();
        registry.Fake.Inject(new RegistryFault.WrongBody(), HttpMethod.Get, "/manifests/");
        var reference = byDigest ? registry.Tagged().WithDigest(image.Manifest.Digest) : registry.Tagged();
        var fault = await Should.ThrowAsync<RegistryException>(() => fresh.GetManifestAsync(reference, Ct));
        fault.Code.ShouldBe(RegistryCodes.DigestMismatch);
    }

    [Fact]
    public async Task Manifest_WrongDigestHeader_IsRefused()
    {
        await using var registry = new FaultyRegistry();
        var image = await registry.PushAsync(Ct);
        var pinned = registry.Tagged().WithDigest(image.Manifest.Digest);
        registry.Fake.Inject(new RegistryFault.WrongDigestHeader(), times: 3);
        (await Should.ThrowAsync<RegistryException>(() => registry.Client.GetManifestAsync(registry.Tagged(), Ct))).Code.ShouldBe(RegistryCodes.DigestMismatch);
        (await Should.ThrowAsync<RegistryException>(() => registry.Client.ResolveAsync(pinned, Ct))).Code.ShouldBe(RegistryCodes.DigestMismatch);
        (await Should.ThrowAsync<RegistryException>(() => registry.Client.PutManifestAsync(registry.Tagged("x"), image.Manifest, Ct))).Code.ShouldBe(RegistryCodes.DigestMismatch);
    }

    [Fact]
    public async Task Manifest_HeaderAndBodyDisagree_IsRefused()
    {
        await using var registry = new FaultyRegistry();
        var image = await registry.PushAsync(Ct);
        var lying = new Manifest(MediaTypes.DockerManifest, image.Manifest.Content.Span);
        await registry.Client.PutManifestAsync(registry.Tagged("lying"), lying, Ct);
        var fault = await Should.ThrowAsync<RegistryException>(() => registry.Client.GetManifestAsync(registry.Tagged("lying"), Ct));
        fault.Code.ShouldBe(RegistryCodes.UnexpectedAnswer);
    }

    [Fact]
    public async Task Manifest_BySha512_IsVerified()
    {
        await using var registry = new FaultyRegistry();
        var image = await registry.PushAsync(Ct);
        var digest = Digest.Parse($"sha512:{Convert.ToHexStringLower(System.Security.Cryptography.SHA512.HashData(image.Manifest.Content.Span))}");
        using var http = new HttpClient();
        using var body = new ReadOnlyMemoryContent(image.Manifest.Content);
        body.Headers.ContentType = new(MediaTypes.OciManifest);
        (await http.PutAsync(new Uri(registry.Fake.Address, $"v2/team/app/manifests/{digest}"), body, Ct)).StatusCode.ShouldBe(HttpStatusCode.Created);
        (await registry.Client.GetManifestAsync(registry.Tagged().WithDigest(digest), Ct)).Digest.ShouldBe(digest);
    }

    [Fact]
    public async Task Cancelled_WhileWaitingToRetry_EndsAtOnce()
    {
        await using var registry = new FaultyRegistry(options: new() { MaxDelay = TimeSpan.FromHours(1), FirstDelay = TimeSpan.FromHours(1) });
        registry.Fake.Inject(new RegistryFault.Status(HttpStatusCode.BadGateway), times: int.MaxValue);
        using var cancelling = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var resolving = registry.Client.ResolveAsync(registry.Tagged(), cancelling.Token);
        while (registry.Fake.Requests.Count == 0) await Task.Delay(5, Ct);
        await Task.Delay(20, Ct);
        await cancelling.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => resolving);
        registry.Fake.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Tags_NotAList_AreRefused()
    {
        await using var registry = new FaultyRegistry();
        await registry.PushAsync(Ct);
        var blob = BlobSource.OfBytes("not a list"u8.ToArray());
        await registry.Client.PutBlobAsync(registry.Tagged(), blob, Ct);
        registry.Fake.Inject(new RegistryFault.Redirect(new Uri(registry.Fake.Address, $"v2/team/app/blobs/{blob.Digest}")), HttpMethod.Get, "/tags/");
        var fault = await Should.ThrowAsync<RegistryException>(async () => await registry.Client.ListTagsAsync(registry.Tagged(), Ct).ToListAsync(Ct));
        fault.Code.ShouldBe(RegistryCodes.UnexpectedAnswer);
    }
}
