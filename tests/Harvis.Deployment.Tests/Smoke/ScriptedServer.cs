using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Harvis.Deployment.Tests.Smoke;

/// <summary>A server on a free port that answers each path with the bytes a test gives, and with silence where it gives none.</summary>
sealed class ScriptedServer : IAsyncDisposable
{
    readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource _closing = new();
    readonly Dictionary<string, string> _answers = [];
    readonly Task _accepting;

    public ScriptedServer()
    {
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");
        _accepting = AcceptAsync();
    }

    public Uri Address { get; }

    public Uri At(string path, string head, string body = "")
    {
        var raw = head.Contains("Content-Length", StringComparison.Ordinal) ? head : $"{head}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}";
        return Raw(path, $"HTTP/1.1 {raw}\r\nConnection: close\r\n\r\n{body}");
    }

    public Uri Raw(string path, string answer)
    {
        _answers["/" + path] = answer;
        return new Uri(Address, path);
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _accepting;
        _listener.Dispose();
        _closing.Dispose();
    }

    async Task AcceptAsync()
    {
        var serving = new List<Task>();
        try
        {
            while (true) serving.Add(AnswerAsync(await _listener.AcceptSocketAsync(_closing.Token)));
        }
        catch (Exception closed) when (closed is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(serving);
        }
    }

    async Task AnswerAsync(Socket socket)
    {
        using var connection = socket;
        try
        {
            var buffer = new byte[4096];
            var read = await socket.ReceiveAsync(buffer, _closing.Token);
            // A client that cancelled sends nothing.
            if (read == 0) return;
            var path = Encoding.ASCII.GetString(buffer, 0, read).Split(' ')[1];
            if (_answers.TryGetValue(path, out var answer)) await socket.SendAsync(Encoding.UTF8.GetBytes(answer), _closing.Token);
            else await Task.Delay(Timeout.Infinite, _closing.Token);
            socket.Shutdown(SocketShutdown.Both);
        }
        catch (Exception gone) when (gone is OperationCanceledException or SocketException)
        {
            // The client or the test has gone.
        }
    }
}
