using System.Net;
using CsCheck;
using Harvis.Containers.Registries;
using Harvis.Containers.Registries.Blobs;
using Harvis.Containers.Registries.Errors;
using Harvis.Model.Diagnostics;
using Harvis.Testing.Registries;
using Harvis.Testing.Registries.Faults;
using Shouldly;
using Xunit;

namespace Harvis.Containers.Tests.Registries.Faults;

public sealed class UploadTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static byte[] Content(int length)
    {
        var content = new byte[length];
        new Random(length).NextBytes(content);
        return content;
    }

    static async Task ShouldHaveArrivedAsync(FaultyRegistry registry, byte[] content)
    {
        registry.Fake.Heal();
        var blob = await registry.Client.OpenBlobAsync(registry.Tagged(), Harvis.Model.Images.Digest.OfBytes(content), 0, Ct);
        (await blob.ToEndAsync(Ct)).ShouldBe(content);
    }

    [Fact]
    public async Task Large_CutInTheMiddleOfAChunk_GoesOnWhereItWasCut()
    {
        await using var registry = new FaultyRegistry();
        var content = Content(100_000);
        // The second chunk starts at 40,000; 15,000 bytes of it arrive.
        registry.Fake.Inject(new FaultRule(new RegistryFault.CutUpload(15_000)) { Method = HttpMethod.Patch, Skip = 1 });
        await registry.Client.PutBlobAsync(registry.Tagged(), BlobSource.OfBytes(content), Ct);

        var patches = registry.Fake.Requests.Where(request => request.Method == "PATCH").ToList();
        patches.Select(request => request.Headers["Content-Range"]).ShouldBe(["0-39999", "40000-79999", "55000-94999", "95000-99999"]);
        patches.Sum(request => request.BodyBytes).ShouldBe(100_000);
        registry.Fake.Requests.Count(request => request.Method == "GET").ShouldBe(1);
        registry.Fake.Count(HttpMethod.Post).ShouldBe(1);
        await ShouldHaveArrivedAsync(registry, content);
    }

    [Fact]
    public void Large_CutAnywhereAnyTimes_SendsEachByteOnce() =>
        Gen.Select(Gen.Int[1_001, 150_000], Gen.Int[2, 39_999].Array[0, 3], Gen.Int[0, 3]).Sample(
            (length, cuts, skip) =>
            {
                var content = Content(length);
                Run(async () =>
                {
                    await using var registry = new FaultyRegistry();
                    foreach (var cut in cuts) registry.Fake.Inject(new FaultRule(new RegistryFault.CutUpload(cut)) { Method = HttpMethod.Patch, Skip = skip });
                    await registry.Client.PutBlobAsync(registry.Tagged(), BlobSource.OfBytes(content), Ct);
                    registry.Fake.Requests.Where(request => request.Method == "PATCH").Sum(request => request.BodyBytes).ShouldBe(length);
                    registry.Fake.Count(HttpMethod.Post).ShouldBe(1);
                    await ShouldHaveArrivedAsync(registry, content);
                });
            },
            iter: 60,
            threads: 2);

    static void Run(Func<Task> test) => Task.Run(test).GetAwaiter().GetResult();

    [Fact]
    public async Task Large_CutBeforeTheFirstByte_BeginsAnew()
    {
        await using var registry = new FaultyRegistry();
        var content = Content(50_000);
        registry.Fake.Inject(new RegistryFault.CutUpload(0), HttpMethod.Patch);
        await registry.Client.PutBlobAsync(registry.Tagged(), BlobSource.OfBytes(content), Ct);
        registry.Fake.Count(HttpMethod.Post).ShouldBe(2);
        await ShouldHaveArrivedAsync(registry, content);
    }

    [Fact]
    public async Task Large_CutEveryTime_FailsAfterFourAttemptsWithARedactedAddress()
    {
        await using var registry = new FaultyRegistry();
        registry.Fake.Inject(new RegistryFault.CutUpload(0), HttpMethod.Patch, times: int.MaxValue);
        var fault = await Should.ThrowAsync<RegistryException>(() => registry.Client.PutBlobAsync(registry.Tagged(), BlobSource.OfBytes(Content(50_000)), Ct));
        fault.Code.ShouldBe(RegistryCodes.NotReachable);
        fault.Method.ShouldBe(HttpMethod.Patch);
        fault.Attempts.ShouldBe(4);
        fault.Address.ShouldStartWith($"{registry.Fake.Address}v2/team/app/blobs/uploads/");
        fault.ToString().ShouldNotContain("_state");
        fault.ToString().ShouldNotContain("opaque");
        registry.Fake.Count(HttpMethod.Patch).ShouldBe(4);
    }

    [Fact]
    public async Task Large_EachChunkCutThreeTimes_StillArrives()
    {
        await using var registry = new FaultyRegistry();
        var content = Content(120_000);
        for (var chunk = 0; chunk < 3; chunk++)
        {
            for (var cut = 0; cut < 3; cut++) registry.Fake.Inject(new RegistryFault.CutUpload(10_000), HttpMethod.Patch);
            registry.Fake.Inject(new FaultRule(new RegistryFault.Slow(TimeSpan.Zero)) { Method = HttpMethod.Patch });
        }

        await registry.Client.PutBlobAsync(registry.Tagged(), BlobSource.OfBytes(content), Ct);
        registry.Fake.Requests.Where(request => request.Method == "PATCH").Sum(request => request.BodyBytes).ShouldBe(120_000);
        await ShouldHaveArrivedAsync(registry, content);
    }

    [Fact]
    public async Task Large_RegistryForgetsTheUpload_BeginsAnew()
    {
        await using var registry = new FaultyRegistry();
        var content = Content(100_000);
        registry.Fake.Inject(new FaultRule(new RegistryFault.Status(HttpStatusCode.NotFound, "BLOB_UPLOAD_UNKNOWN")) { Method = HttpMethod.Patch, Skip = 1 });
        await registry.Client.PutBlobAsync(registry.Tagged(), BlobSource.OfBytes(content), Ct);
        registry.Fake.Count(HttpMethod.Post).ShouldBe(2);
        await ShouldHaveArrivedAsync(registry, content);
    }

    [Fact]
    public async Task Large_RegistryAsksToWait_WaitsAndAsksHowFarItGot()
    {
        await using var registry = new FaultyRegistry();
        var content = Content(100_000);
        registry.Fake.Inject(new FaultRule(new RegistryFault.Status(HttpStatusCode.ServiceUnavailable) { RetryAfter = "9" }) { Method = HttpMethod.Patch, Skip = 1 });
        await registry.Client.PutBlobAsync(registry.Tagged(), BlobSource.OfBytes(content), Ct);
        registry.Time.Waits.ShouldBe([TimeSpan.FromSeconds(9)]);
        registry.Fake.Count(HttpMethod.Post).ShouldBe(1);
        await ShouldHaveArrivedAsync(registry, content);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(50_000)]
    public async Task Closing_AnswerLost_IsFoundToBeDone(int length)
    {
        await using var registry = new FaultyRegistry();
        var content = Content(length);
        registry.Fake.Inject(new RegistryFault.CutBeforeAnswer(), HttpMethod.Put);
        await registry.Client.PutBlobAsync(registry.Tagged(), BlobSource.OfBytes(content), Ct);
        registry.Fake.Count(HttpMethod.Put).ShouldBe(1);
        await ShouldHaveArrivedAsync(registry, content);
    }

    [Fact]
    public async Task Small_CutInTheMiddle_IsSentWholeAgain()
    {
        await using var registry = new FaultyRegistry();
        var content = Content(900);
        registry.Fake.Inject(new RegistryFault.CutUpload(400), HttpMethod.Put);
        await registry.Client.PutBlobAsync(registry.Tagged(), BlobSource.OfBytes(content), Ct);
        registry.Fake.Requests.Where(request => request.Method == "PUT").Select(request => request.BodyBytes).ShouldBe([400, 900]);
        await ShouldHaveArrivedAsync(registry, content);
    }

    [Fact]
    public async Task Begin_FailsEveryTime_IsTriedFourTimesAltogether()
    {
        await using var registry = new FaultyRegistry();
        registry.Fake.Inject(new RegistryFault.Status(HttpStatusCode.InternalServerError, "UNKNOWN"), HttpMethod.Post, times: int.MaxValue);
        var fault = await Should.ThrowAsync<RegistryException>(() => registry.Client.PutBlobAsync(registry.Tagged(), BlobSource.OfBytes(Content(10)), Ct));
        fault.Attempts.ShouldBe(4);
        registry.Fake.Count(HttpMethod.Post).ShouldBe(4);
    }

    [Fact]
    public async Task WrongContent_IsRefusedByTheRegistryOnce()
    {
        await using var registry = new FaultyRegistry();
        var blob = BlobSource.Of(Harvis.Model.Images.Digest.OfBytes([1, 2, 3]), 50_000, (offset, _) => new(new MemoryStream(Content(50_000)[(int)offset..])));
        var fault = await Should.ThrowAsync<RegistryException>(() => registry.Client.PutBlobAsync(registry.Tagged(), blob, Ct));
        fault.ServerCode.ShouldBe("DIGEST_INVALID");
        fault.Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task WrongDigestHeader_IsAnError()
    {
        await using var registry = new FaultyRegistry();
        registry.Fake.Inject(new RegistryFault.WrongDigestHeader(), HttpMethod.Put);
        var fault = await Should.ThrowAsync<RegistryException>(() => registry.Client.PutBlobAsync(registry.Tagged(), BlobSource.OfBytes(Content(10)), Ct));
        fault.Code.ShouldBe(RegistryCodes.DigestMismatch);
    }

    [Fact]
    public async Task Source_ShorterThanItSays_IsNamedAndNotRepeated()
    {
        await using var registry = new FaultyRegistry();
        var opened = 0;
        var blob = BlobSource.Of(Harvis.Model.Images.Digest.OfBytes([1]), 50_000, (_, _) =>
        {
            opened++;
            return new(new MemoryStream(Content(10_000)));
        });
        var fault = await Should.ThrowAsync<DiagnosticException>(() => registry.Client.PutBlobAsync(registry.Tagged(), blob, Ct));
        fault.Diagnostics[0].Code.ShouldBe(RegistryCodes.SourceUnreadable);
        opened.ShouldBe(1);
    }

    [Fact]
    public async Task Source_FileGone_IsNamedAndNotRepeated()
    {
        await using var registry = new FaultyRegistry();
        var blob = BlobSource.OfFile("/nonexistent/layer.tar", Harvis.Model.Images.Digest.OfBytes([1]), 50_000);
        var fault = await Should.ThrowAsync<DiagnosticException>(() => registry.Client.PutBlobAsync(registry.Tagged(), blob, Ct));
        fault.Diagnostics[0].Code.ShouldBe(RegistryCodes.SourceUnreadable);
    }

    [Fact]
    public async Task RegistryMinimum_IsLargerThanTheChunks_Wins()
    {
        await using var registry = new FaultyRegistry(new FakeRegistryOptions { MinChunkBytes = 70_000 });
        await registry.Client.PutBlobAsync(registry.Tagged(), BlobSource.OfBytes(Content(100_000)), Ct);
        registry.Fake.Requests.Where(request => request.Method == "PATCH").Select(request => request.BodyBytes).ShouldBe([70_000, 30_000]);
    }

    [Fact]
    public async Task Cancelled_WhileSending_EndsAtOnce()
    {
        await using var registry = new FaultyRegistry();
        registry.Fake.Inject(new RegistryFault.Silence(), HttpMethod.Patch);
        using var cancelling = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var upload = registry.Client.PutBlobAsync(registry.Tagged(), BlobSource.OfBytes(Content(50_000)), cancelling.Token);
        await Task.Delay(50, Ct);
        upload.IsCompleted.ShouldBeFalse();
        await cancelling.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => upload);
        await Should.ThrowAsync<OperationCanceledException>(() => registry.Client.ResolveAsync(registry.Tagged(), cancelling.Token));
    }

    [Fact]
    public async Task Mount_RegistryCannot_CancelsTheUploadItBegan()
    {
        await using var registry = new FaultyRegistry(new FakeRegistryOptions { Mounts = false });
        await registry.Client.PutBlobAsync(registry.Tagged(), BlobSource.OfBytes(new byte[] { 1 }), Ct);
        (await registry.Client.MountBlobAsync(registry.Fake.Repository("other"), Harvis.Model.Images.Digest.OfBytes([1]), "team/app", Ct)).ShouldBeFalse();
        registry.Fake.Requests[^1].Method.ShouldBe("DELETE");
        registry.Fake.Requests[^1].Status.ShouldBe(204);
    }
}
