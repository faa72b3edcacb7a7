using System.Net;
using System.Net.Sockets;
using System.Text;
using Harvis.Deployment.Smoke;
using Harvis.Model.Diagnostics;
using Harvis.Model.Environments;
using Shouldly;

namespace Harvis.Deployment.Tests;

/// <summary>Servers that answer late, half, or with something else.</summary>
public sealed class SmokeTimeTests : IDisposable
{
    readonly TcpListener _server = new(IPAddress.Loopback, 0);
    readonly RecordedLog _log = new();
    string _answer = "";

    public SmokeTimeTests()
    {
        _server.Start();
        _ = Task.Run(AnswerAsync);
    }

    Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_server.LocalEndpoint).Port}/");

    [Fact]
    public async Task Test_NoAnswer_SaysAfterHowLong() =>
        (await FailureAsync()).ShouldBe($"It works: {Address} didn't answer within 1 s.");

    [Fact]
    public async Task Test_BodyNeverEnds_SaysAfterHowLong()
    {
        _answer = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhello";

        (await FailureAsync()).ShouldBe($"It works: {Address} didn't answer within 1 s.");
    }

    [Fact]
    public async Task Test_NotHttp_SaysSo()
    {
        _answer = "220 mail.example ESMTP\r\n\r\n";

        (await FailureAsync()).ShouldStartWith($"It works: {Address} can't be reached: ");
    }

    [Fact]
    public async Task Test_Redirect_IsAnAnswerOfItsOwn()
    {
        _answer = "HTTP/1.1 302 Found\r\nLocation: /login\r\nContent-Length: 0\r\n\r\n";

        (await FailureAsync()).ShouldStartWith($"It works: {Address} answered 302 instead of 200");
        await TestAsync(Test() with { ExpectedStatus = 302 });
        _log.Text.ShouldContain($"It works: {Address} answers 302.");
    }

    [Fact]
    public async Task Test_LongBody_ShowsItsStartOnOneLine()
    {
        var body = string.Concat(Enumerable.Repeat("line\r\n", 1000));
        _answer = $"HTTP/1.1 500 Oops\r\nContent-Length: {body.Length}\r\n\r\n{body}";

        var message = await FailureAsync();

        message.ShouldEndWith("….");
        message.ShouldNotContain('\n');
        message.Length.ShouldBeLessThan(400);
    }

    [Fact]
    public async Task Test_SeveralFail_ReportsEachAndMayBeTriedAgain()
    {
        var failed = await Should.ThrowAsync<DiagnosticException>(() => TestAsync(Test(), new SmokeTest(new Uri("http://127.0.0.1:1/")) { Description = "Other" }));

        failed.IsTransient.ShouldBeTrue();
        failed.Diagnostics.Select(diagnostic => diagnostic.Message.Split(':')[0]).ShouldBe(["It works", "Other"]);
        failed.Diagnostics.ShouldAllBe(diagnostic => diagnostic.Code == DeploymentCodes.SmokeTestFailed);
    }

    [Fact]
    public async Task Test_Cancelled_IsNoFailureOfTheServer()
    {
        using var tester = new SmokeTester(_log, TimeSpan.FromMinutes(1));
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        await Should.ThrowAsync<OperationCanceledException>(() => tester.TestAsync([Test()], stop.Token));
    }

    public void Dispose() => _server.Stop();

    SmokeTest Test() => new(Address) { Description = "It works" };

    async Task<string> FailureAsync() => (await Should.ThrowAsync<DiagnosticException>(() => TestAsync(Test()))).Diagnostics.ShouldHaveSingleItem().Message;

    async Task TestAsync(params SmokeTest[] tests)
    {
        using var tester = new SmokeTester(_log, TimeSpan.FromSeconds(1));
        await tester.TestAsync(tests, TestContext.Current.CancellationToken);
    }

    // Connections stay open: what doesn't come keeps the client waiting.
    async Task AnswerAsync()
    {
        var open = new List<TcpClient>();
        try
        {
            while (true)
            {
                var client = await _server.AcceptTcpClientAsync();
                open.Add(client);
                var buffer = new byte[4096];
                _ = await client.GetStream().ReadAsync(buffer);
                if (_answer.Length > 0) await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(_answer));
            }
        }
        catch (Exception stopped) when (stopped is SocketException or IOException or ObjectDisposedException)
        {
            open.ForEach(client => client.Dispose());
        }
    }
}
