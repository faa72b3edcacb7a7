using System.Net;
using Harvis.Containers.Registries.Errors;
using Harvis.Model.Images;
using Harvis.Testing.Registries.Faults;
using Shouldly;
using Xunit;

namespace Harvis.Containers.Tests.Registries.Faults;

public sealed class RetryTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(408, 6001)]
    [InlineData(429, 6005)]
    [InlineData(500, 6001)]
    [InlineData(502, 6001)]
    [InlineData(503, 6001)]
    [InlineData(504, 6001)]
    public async Task PutManifest_PassingFaultThatStays_FailsAfterFourAttempts(int status, int code)
    {
        await using var registry = new FaultyRegistry();
        var image = await registry.PushAsync(Ct);
        registry.Fake.Inject(new RegistryFault.Status((HttpStatusCode)status, "UNAVAILABLE"), HttpMethod.Put, "/manifests/", int.MaxValue);

        var fault = await Should.ThrowAsync<RegistryException>(() => registry.Client.PutManifestAsync(registry.Tagged("v2"), image.Manifest, Ct));
        fault.Code.Number.ShouldBe(code);
        fault.Method.ShouldBe(HttpMethod.Put);
        fault.Address.ShouldBe($"{registry.Fake.Address}v2/team/app/manifests/v2");
        fault.StatusCode.ShouldBe((HttpStatusCode)status);
        fault.ServerCode.ShouldBe("UNAVAILABLE");
        fault.Attempts.ShouldBe(4);
        fault.WasRetried.ShouldBeTrue();
        fault.Message.ShouldStartWith($"HRV{code}: PUT {fault.Address}: {status} UNAVAILABLE (unavailable) after 4 attempts.");
        registry.Fake.Count(HttpMethod.Put).ShouldBe(4);
        registry.Time.Waits.Count.ShouldBe(3);
        for (var i = 0; i < 3; i++) registry.Time.Waits[i].ShouldBeInRange(registry.Options.FirstDelay * Math.Pow(2, i) / 2, registry.Options.FirstDelay * Math.Pow(2, i));
    }

    [Fact]
    public async Task AnyRead_PassingFaultThatEnds_Succeeds()
    {
        await using var registry = new FaultyRegistry();
        var image = await registry.PushAsync(Ct);
        registry.Fake.Inject(new RegistryFault.Status(HttpStatusCode.ServiceUnavailable), HttpMethod.Head, times: 2);
        registry.Fake.Inject(new RegistryFault.CutBeforeAnswer(), HttpMethod.Head);
        (await registry.Client.ResolveAsync(registry.Tagged(), Ct)).ShouldBe(image.Manifest.Digest);
        registry.Fake.Count(HttpMethod.Head).ShouldBe(4);

        registry.Fake.Inject(new RegistryFault.CutDownload(10), HttpMethod.Get, "/tags/");
        await Should.ThrowAsync<RegistryException>(async () => await registry.Client.ListTagsAsync(registry.Tagged(), Ct).ToListAsync(Ct));
        (await registry.Client.ListTagsAsync(registry.Tagged(), Ct).ToListAsync(Ct)).ShouldBe([ImageTag.Parse("v1")]);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(405)]
    [InlineData(409)]
    [InlineData(413)]
    public async Task PutManifest_FaultOfTheRequest_IsNotRepeated(int status)
    {
        await using var registry = new FaultyRegistry();
        var image = await registry.PushAsync(Ct);
        registry.Fake.Inject(new RegistryFault.Status((HttpStatusCode)status, "DENIED"), HttpMethod.Put, "/manifests/");
        var fault = await Should.ThrowAsync<RegistryException>(() => registry.Client.PutManifestAsync(registry.Tagged("v2"), image.Manifest, Ct));
        fault.Attempts.ShouldBe(1);
        fault.WasRetried.ShouldBeFalse();
        fault.Message.ShouldNotContain("attempts");
        registry.Fake.Count(HttpMethod.Put).ShouldBe(1);
        registry.Time.Waits.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("0", 0)]
    [InlineData("86400", 60)]
    [InlineData("99999999999999999", 60)]
    public async Task TooManyRequests_RetryAfterSeconds_IsHonouredWithinTheBound(string asked, int waited)
    {
        await using var registry = new FaultyRegistry();
        await registry.PushAsync(Ct);
        registry.Fake.Inject(new RegistryFault.Status(HttpStatusCode.TooManyRequests, "TOOMANYREQUESTS") { RetryAfter = asked }, HttpMethod.Head);
        await registry.Client.ResolveAsync(registry.Tagged(), Ct);
        registry.Time.Waits.ShouldBe(waited == 0 ? [] : [TimeSpan.FromSeconds(waited)]);
        registry.Fake.Count(HttpMethod.Head).ShouldBe(2);
    }

    [Fact]
    public async Task Unavailable_RetryAfterDate_IsHonoured()
    {
        await using var registry = new FaultyRegistry();
        await registry.PushAsync(Ct);
        var date = registry.Time.GetUtcNow().AddSeconds(25).ToString("r", System.Globalization.CultureInfo.InvariantCulture);
        registry.Fake.Inject(new RegistryFault.Status(HttpStatusCode.ServiceUnavailable) { RetryAfter = date }, HttpMethod.Head);
        await registry.Client.ResolveAsync(registry.Tagged(), Ct);
        registry.Time.Waits.ShouldHaveSingleItem().ShouldBeInRange(TimeSpan.FromSeconds(24), TimeSpan.FromSeconds(25));
    }

    [Fact]
    public async Task PutManifest_AnswerLost_IsPutAgain()
    {
        await using var registry = new FaultyRegistry();
        var image = await registry.PushAsync(Ct);
        registry.Fake.Inject(new RegistryFault.CutBeforeAnswer(), HttpMethod.Put);
        (await registry.Client.PutManifestAsync(registry.Tagged("v2"), image.Manifest, Ct)).ShouldBe(image.Manifest.Digest);
        registry.Fake.Count(HttpMethod.Put).ShouldBe(2);
    }

    [Fact]
    public async Task DeleteManifest_AnswerLost_IsDeletedAllTheSame()
    {
        await using var registry = new FaultyRegistry();
        var image = await registry.PushAsync(Ct);
        registry.Fake.Inject(new RegistryFault.CutBeforeAnswer(), HttpMethod.Delete);
        await registry.Client.DeleteManifestAsync(registry.Tagged().WithDigest(image.Manifest.Digest), Ct);
        (await registry.Client.ResolveAsync(registry.Tagged(), Ct)).ShouldBeNull();
    }

    [Fact]
    public async Task Cut_EveryTime_SaysThatTheConnectionWasCut()
    {
        await using var registry = new FaultyRegistry();
        registry.Fake.Inject(new RegistryFault.CutBeforeAnswer(), times: int.MaxValue);
        var fault = await Should.ThrowAsync<RegistryException>(() => registry.Client.ResolveAsync(registry.Tagged(), Ct));
        fault.Message.ShouldBe(
            $"HRV6002: HEAD {registry.Fake.Address}v2/team/app/manifests/v1: the connection was cut after 4 attempts. Check the registry's log and the network, then run this again.");
        fault.StatusCode.ShouldBeNull();
    }

    [Fact]
    public async Task Retag_OneTagRefused_PutsTheOthersAndSaysWhich()
    {
        await using var registry = new FaultyRegistry();
        var image = await registry.PushAsync(Ct);
        registry.Fake.Inject(new RegistryFault.Status(HttpStatusCode.Conflict, "DENIED"), HttpMethod.Put, "/manifests/b");
        var fault = await Should.ThrowAsync<RegistryException>(
            () => Harvis.Containers.Registries.Tags.Retagging.RetagAsync(registry.Client, registry.Tagged(), [ImageTag.Parse("a"), ImageTag.Parse("b"), ImageTag.Parse("c")], Ct));
        fault.Address.ShouldEndWith("/manifests/b");
        (await registry.Client.ResolveAsync(registry.Tagged("a"), Ct)).ShouldBe(image.Manifest.Digest);
        (await registry.Client.ResolveAsync(registry.Tagged("c"), Ct)).ShouldBe(image.Manifest.Digest);
    }

    [Fact]
    public async Task Retag_OfAKnownDigest_NeedsNoGet()
    {
        await using var registry = new FaultyRegistry();
        var image = await registry.PushAsync(Ct);
        var pinned = registry.Tagged().WithDigest(image.Manifest.Digest);
        await Harvis.Containers.Registries.Tags.Retagging.RetagAsync(registry.Client, pinned, [ImageTag.Parse("a"), ImageTag.Parse("b")], Ct);
        registry.Fake.Requests.Select(request => request.Method).ShouldBe(["PUT", "PUT"]);
    }
}
