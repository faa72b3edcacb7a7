using System.Net;
using Harvis.Deployment.Smoke;
using Harvis.Engine.Logging;
using Harvis.Model.Diagnostics;
using Harvis.Model.Environments;
using Shouldly;

namespace Harvis.Deployment.Tests;

public sealed class SmokeTesterTests : IDisposable
{
    readonly HttpListener _server = new();
    readonly Uri _address;

    public SmokeTesterTests()
    {
        var port = Random.Shared.Next(20000, 60000);
        _address = new Uri($"http://127.0.0.1:{port}/");
        _server.Prefixes.Add(_address.ToString());
        _server.Start();
        _ = Task.Run(AnswerAsync);
    }

    [Fact]
    public async Task Test_EverythingAsExpected_Passes() =>
        await Should.NotThrowAsync(() => TestAsync(new SmokeTest(_address) { Description = "It works", ExpectedTexts = ["hello"] }));

    [Theory]
    [InlineData("503", "hello", "It works: {0}503 answered 503 instead of 200: hello.")]
    [InlineData("200", "bye", "It works: {0}200 answered without \"bye\": hello.")]
    public async Task Test_NotAsExpected_SaysWhatCame(string status, string text, string message)
    {
        var failed = await Should.ThrowAsync<DiagnosticException>(() => TestAsync(new SmokeTest(new Uri(_address, status)) { Description = "It works", ExpectedTexts = [text] }));

        failed.IsTransient.ShouldBeTrue();
        failed.Diagnostics[0].Message.ShouldBe(string.Format(System.Globalization.CultureInfo.InvariantCulture, message, _address));
    }

    [Theory]
    [InlineData("title")]
    [InlineData("escaped")]
    public async Task Test_PageShowsWhatIsServed_Passes(string member) =>
        await Should.NotThrowAsync(() => TestAsync(PageShowing(member)));

    [Theory]
    [InlineData("other", "answered without \"not shown\", which is {0}json#/0/other: <p>Ben &amp; Ada</p> hello.")]
    [InlineData("empty", "can't be judged: {0}json#/0/empty has no value.")]
    [InlineData("absent", "can't be judged: {0}json#/0/absent has no value.")]
    public async Task Test_PageDoesNotShowWhatIsServed_SaysWhatWasExpected(string member, string message)
    {
        var failed = await Should.ThrowAsync<DiagnosticException>(() => TestAsync(PageShowing(member)));

        failed.Diagnostics[0].Message.ShouldBe($"It works: {_address}page {string.Format(System.Globalization.CultureInfo.InvariantCulture, message, _address)}");
    }

    [Theory]
    [InlineData("503", "can't be read: ")]
    [InlineData("page", "doesn't answer with JSON")]
    public async Task Test_ServedValueCannotBeHad_SaysWhere(string path, string message)
    {
        var value = new ServedValue(new Uri(_address, path), "0");
        var failed = await Should.ThrowAsync<DiagnosticException>(() => TestAsync(new SmokeTest(_address) { Description = "It works", ExpectedValues = [value] }));

        failed.Diagnostics[0].Message.ShouldStartWith($"It works: {_address} can't be judged: {value.Url} {message}");
    }

    [Fact]
    public async Task Test_NobodyAnswers_SaysSo()
    {
        var failed = await Should.ThrowAsync<DiagnosticException>(() => TestAsync(new SmokeTest(new Uri("http://127.0.0.1:1/")) { Description = "It works" }));

        failed.Diagnostics[0].Message.ShouldStartWith("It works: http://127.0.0.1:1/ can't be reached:");
    }

    public void Dispose() => _server.Close();

    SmokeTest PageShowing(string member) => new(new Uri(_address, "page"))
    {
        Description = "It works",
        ExpectedValues = [new ServedValue(new Uri(_address, "json"), "0", member)],
    };

    static async Task TestAsync(SmokeTest test)
    {
        using var tester = new SmokeTester(new NoLog());
        await tester.TestAsync([test], TestContext.Current.CancellationToken);
    }

    async Task AnswerAsync()
    {
        while (_server.IsListening)
        {
            var context = await _server.GetContextAsync();
            var path = context.Request.Url!.AbsolutePath[1..];
            if (int.TryParse(path, out var status)) context.Response.StatusCode = status;
            await context.Response.OutputStream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(Body(path)));
            context.Response.Close();
        }
    }

    static string Body(string path) => path switch
    {
        "json" => """[{ "title": "hello", "escaped": "Ben & Ada", "other": "not shown", "empty": "" }]""",
        "page" => "<p>Ben &amp; Ada</p> hello",
        _ => "hello",
    };

    sealed class NoLog : IRunLog
    {
        public void Write(Harvis.Engine.Logging.LogLevel level, string text)
        {
        }
    }
}
