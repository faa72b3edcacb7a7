using Harvis.Deployment.Smoke;
using Harvis.Model.Diagnostics;
using Harvis.Model.Environments;
using Harvis.Testing.Logging;
using Shouldly;

namespace Harvis.Deployment.Tests.Smoke;

public sealed class ServedValueTests : IAsyncLifetime
{
    readonly ScriptedServer _server = new();
    readonly RecordingLog _log = new();
    readonly Uri _json;
    readonly Uri _page;

    public ServedValueTests()
    {
        _json = _server.At("json", "200 OK", """[{ "title": "hello", "escaped": "Ben & Ada", "number": 42, "other": "not shown", "empty": "" }]""");
        _page = _server.At("page", "200 OK", "<p>Ben &amp; Ada</p> hello 42");
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData("title", "hello")]
    [InlineData("escaped", "Ben & Ada")]
    [InlineData("number", "42")]
    public async Task Test_PageShowsWhatIsServed_PassesAndSaysWhatWasSeen(string member, string shown)
    {
        await TestAsync(new ServedValue(_json, "0", member));

        _log.Entries.Single().Text.ShouldBe($"It works: {_page} answers 200, and shows \"{shown}\".");
    }

    [Theory]
    [InlineData("other", "answered without \"not shown\", which is {0}#/0/other: <p>Ben &amp; Ada</p> hello 42.")]
    [InlineData("empty", "can't be judged: {0}#/0/empty has no value.")]
    [InlineData("absent", "can't be judged: {0}#/0/absent has no value.")]
    public async Task Test_PageDoesNotShowWhatIsServed_SaysWhatWasExpected(string member, string message) =>
        (await FailureAsync(new ServedValue(_json, "0", member))).ShouldBe(
            $"It works: {_page} {string.Format(System.Globalization.CultureInfo.InvariantCulture, message, _json)}");

    [Fact]
    public async Task Test_ValueIsServedWithAnError_SaysWhere()
    {
        var away = _server.At("away", "503 Service Unavailable");

        (await FailureAsync(new ServedValue(away, "0"))).ShouldStartWith($"It works: {_page} can't be judged: {away} can't be read: ");
    }

    [Fact]
    public async Task Test_ValueIsNoJson_SaysWhere() =>
        (await FailureAsync(new ServedValue(_page, "0"))).ShouldBe($"It works: {_page} can't be judged: {_page} doesn't answer with JSON.");

    async Task<string> FailureAsync(ServedValue value) => (await Should.ThrowAsync<DiagnosticException>(() => TestAsync(value))).Diagnostics.Single().Message;

    async Task TestAsync(ServedValue value)
    {
        using var tester = new SmokeTester(_log);
        await tester.TestAsync([new SmokeTest(_page) { Description = "It works", ExpectedValues = [value] }], TestContext.Current.CancellationToken);
    }
}
