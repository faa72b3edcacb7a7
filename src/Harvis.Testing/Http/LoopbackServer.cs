using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Harvis.Testing.Http;

/// <summary>
/// A server of plain HTTP/1.1 on a free port of 127.0.0.1. It is written over sockets because tests need what no HTTP server offers:
/// taking some bytes of a request and then cutting the connection.
/// </summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource _closing = new();
    readonly ConcurrentDictionary<Task, bool> _connections = new();
    readonly Func<HttpExchange, CancellationToken, Task<HttpReply>> _answer;
    readonly Task _accepting;

    public LoopbackServer(Func<HttpExchange, CancellationToken, Task<HttpReply>> answer)
    {
        _answer = answer;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    public int Port { get; }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync().ConfigureAwait(false);
        await _accepting.ConfigureAwait(false); // first: who waits at a listener that is gone gets another exception
        _listener.Dispose();
        await Task.WhenAll(_connections.Keys).ConfigureAwait(false);
        _closing.Dispose();
    }

    async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptSocketAsync(_closing.Token).ConfigureAwait(false);
                socket.NoDelay = true;
                var serving = Task.Run(() => new HttpConnection(socket, _answer).ServeAsync(_closing.Token));
                _connections[serving] = true;
                _ = serving.ContinueWith(done => _connections.TryRemove(done, out _), TaskScheduler.Default);
            }
        }
        catch (Exception closed) when (closed is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // That is how waiting for the next client ends.
        }
    }
}
