using System.Net.Sockets;

namespace Harvis.Engine.Tools.Inspection;

/// <summary>Asks services over TCP and Unix sockets, without a proxy: they are this machine's or its neighbours'.</summary>
public sealed class HttpServiceProbe : IServiceProbe
{
    const int MaxBodyBytes = 1024 * 1024;

    /// <inheritdoc/>
    public async Task<ServiceAnswer> GetAsync(Uri service, string path, CancellationToken cancellationToken)
    {
        using var handler = new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false };
        if (service.Scheme == "unix") handler.ConnectCallback = (_, token) => ConnectAsync(service.LocalPath, token);
        using var client = new HttpClient(handler) { MaxResponseContentBufferSize = MaxBodyBytes, Timeout = Timeout.InfiniteTimeSpan };
        var address = service.Scheme == "unix" ? new Uri("http://localhost" + path) : new Uri(service, path);
        try
        {
            using var response = await client.GetAsync(address, cancellationToken);
            return new ServiceAnswer((int)response.StatusCode, await response.Content.ReadAsStringAsync(cancellationToken));
        }
        catch (HttpRequestException e)
        {
            var error = (e.InnerException as SocketException)?.SocketErrorCode;
            throw new ServiceUnreachableException(Reason(service, error, e), e) { IsForbidden = error == SocketError.AccessDenied };
        }
    }

    static async ValueTask<Stream> ConnectAsync(string path, CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    static string Reason(Uri service, SocketError? error, HttpRequestException e) => error switch
    {
        SocketError.AccessDenied => $"this user may not open {service}",
        SocketError.ConnectionRefused or SocketError.AddressNotAvailable => $"nothing listens at {service}",
        _ => $"{service} didn't answer: {e.Message.TrimEnd('.')}",
    };
}
