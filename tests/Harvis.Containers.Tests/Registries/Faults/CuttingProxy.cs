using System.Net;
using System.Net.Sockets;

namespace Harvis.Containers.Tests.Registries.Faults;

/// <summary>Forwards connections to a registry, and resets the one that brings the total sent to the registry past the next of some marks.</summary>
sealed class CuttingProxy : IAsyncDisposable
{
    readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    readonly int _target;
    readonly Queue<long> _marks;
    readonly Lock _lock = new();
    readonly Task _accepting;
    long _sent;

    public CuttingProxy(int target, params long[] marks)
    {
        (_target, _marks) = (target, new Queue<long>(marks));
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    public int Port { get; }

    public int Cuts { get; private set; }

    public long Sent => Interlocked.Read(ref _sent);

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await _accepting;
    }

    async Task AcceptAsync()
    {
        try
        {
            while (true) _ = ServeAsync(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
        {
            // Disposed of.
        }
    }

    async Task ServeAsync(TcpClient client)
    {
        using var server = new TcpClient();
        try
        {
            await server.ConnectAsync(IPAddress.Loopback, _target);
            await Task.WhenAny(UpAsync(client, server), server.GetStream().CopyToAsync(client.GetStream()));
        }
        catch (Exception gone) when (gone is IOException or SocketException)
        {
            // One side left.
        }
        finally
        {
            client.LingerState = new LingerOption(true, 0);
            client.Dispose();
        }
    }

    async Task UpAsync(TcpClient client, TcpClient server)
    {
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await client.GetStream().ReadAsync(buffer)) > 0)
        {
            await server.GetStream().WriteAsync(buffer.AsMemory(0, read));
            lock (_lock)
            {
                _sent += read;
                if (_marks.Count == 0 || _sent < _marks.Peek()) continue;
                _marks.Dequeue();
                Cuts++;
                return;
            }
        }
    }
}
