using Harvis.Deployment.Smoke;
using Harvis.Model.Diagnostics;
using Harvis.Model.Environments;
using Harvis.Testing.Logging;
using Shouldly;

namespace Harvis.Deployment.Tests.Smoke;

public sealed class SmokeTesterTests : IAsyncLifetime
{
    readonly ScriptedServer _server = new();
    readonly RecordingLog _log = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Test_EverythingAsExpected_PassesAndSaysWhatWasSeen()
    {
        var address = _server.At("ok", "200 OK", "hello, wörld");

        await TestAsync(Works(address) with { ExpectedTexts = ["hello", "wörld"] });

        _log.Entries.Select(entry => entry.Text).ShouldBe([$"It works: {address} answers 200."]);
    }

    [Fact]
    public async Task Test_AnotherStatusIsExpected_Passes() =>
        await TestAsync(Works(_server.At("gone", "410 Gone")) with { ExpectedStatus = 410 });

    [Theory]
    [InlineData("503 Service Unavailable", "starting\r\nup", "answered 503 instead of 200: starting up.")]
    [InlineData("302 Found\r\nLocation: /elsewhere", "", "answered 302 instead of 200: .")]
    [InlineData("200 OK", "bye", "answered without \"hello\": bye.")]
    [InlineData("200 OK", "Hello", "answered without \"hello\": Hello.")]
    public async Task Test_NotAsExpected_SaysWhatCame(string head, string body, string what)
    {
        var address = _server.At("x", head, body);

        var failed = await Should.ThrowAsync<DiagnosticException>(() => TestAsync(Works(address) with { ExpectedTexts = ["hello"] }));

        failed.Message.ShouldBe($"HRV6103: It works: {address} {what} See the logs of the workload behind it.");
        failed.IsTransient.ShouldBeTrue("What starts may answer a moment later: Retry tries again.");
    }

    [Fact]
    public async Task Test_LongBody_IsShownInPart()
    {
        var address = _server.At("long", "500 Internal Server Error", new string('x', 5000));

        (await FailureAsync(Works(address))).ShouldBe($"It works: {address} answered 500 instead of 200: {new string('x', 300)}….");
    }

    [Fact]
    public async Task Test_NobodyListens_SaysSo() =>
        (await FailureAsync(Works(new Uri("http://127.0.0.1:1/")))).ShouldStartWith("It works: http://127.0.0.1:1/ can't be reached: ");

    [Theory]
    [InlineData("")]
    [InlineData("nonsense\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf")]
    public async Task Test_BrokenAnswer_IsAFailureAndNoCrash(string raw)
    {
        var address = _server.Raw("broken", raw);

        (await FailureAsync(Works(address))).ShouldStartWith($"It works: {address} can't be reached: ");
    }

    [Fact]
    public async Task Test_NoAnswerInTime_SaysHowLongWasWaited()
    {
        var address = new Uri(_server.Address, "silent");
        using var tester = new SmokeTester(_log, TimeSpan.FromMilliseconds(300));

        var failed = await Should.ThrowAsync<DiagnosticException>(() => tester.TestAsync([Works(address)], TestContext.Current.CancellationToken));

        failed.Diagnostics.Single().Message.ShouldBe($"It works: {address} didn't answer within 0.3 s.");
        failed.IsTransient.ShouldBeTrue();
    }

    [Fact]
    public async Task Test_Cancelled_IsNoFailureOfTheApplication()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        using var tester = new SmokeTester(_log);
        var testing = tester.TestAsync([Works(new Uri(_server.Address, "silent"))], cancel.Token);

        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => testing);
    }

    [Fact]
    public async Task Test_Several_AllAreMadeAndEveryFailureIsTold()
    {
        var (good, bad, worse) = (_server.At("good", "200 OK"), _server.At("bad", "500 Oops"), _server.At("worse", "404 Not Found"));

        var failed = await Should.ThrowAsync<DiagnosticException>(() => TestAsync(Works(bad), Works(good), Works(worse)));

        failed.Diagnostics.Select(diagnostic => diagnostic.Message).ShouldBe([$"It works: {bad} answered 500 instead of 200: .", $"It works: {worse} answered 404 instead of 200: ."]);
        _log.Entries.Count.ShouldBe(1);
    }

    [Fact]
    public void AnswerTime_IsFifteenSeconds() => SmokeTester.AnswerTime.ShouldBe(TimeSpan.FromSeconds(15));

    static SmokeTest Works(Uri address) => new(address) { Description = "It works" };

    async Task<string> FailureAsync(SmokeTest test) => (await Should.ThrowAsync<DiagnosticException>(() => TestAsync(test))).Diagnostics.Single().Message;

    async Task TestAsync(params SmokeTest[] tests)
    {
        using var tester = new SmokeTester(_log);
        await tester.TestAsync(tests, TestContext.Current.CancellationToken);
    }
}
