using System.Net;

namespace Harvis.Containers.Registries.Transport;

/// <summary>The pools of connections: one that never looks for a proxy, for the machine itself, and one for everywhere else.</summary>
internal sealed class HttpConnections(RegistryClientOptions options) : IDisposable
{
    readonly Lazy<HttpMessageInvoker> _loopback = new(() => Open(options, useProxy: false));
    readonly Lazy<HttpMessageInvoker> _elsewhere = new(() => Open(options, useProxy: true));

    /// <summary>Sends one request; redirects aren't followed and nothing is decompressed, since digests are of the bytes as sent.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var address = request.RequestUri!;
        request.Version = address.Scheme == Uri.UriSchemeHttps ? HttpVersion.Version20 : HttpVersion.Version11;
        request.VersionPolicy = HttpVersionPolicy.RequestVersionOrLower;
        return (address.IsLoopback ? _loopback : _elsewhere).Value.SendAsync(request, cancellationToken);
    }

    public void Dispose()
    {
        if (_loopback.IsValueCreated) _loopback.Value.Dispose();
        if (_elsewhere.IsValueCreated) _elsewhere.Value.Dispose();
    }

    static HttpMessageInvoker Open(RegistryClientOptions options, bool useProxy) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        UseCookies = false,
        UseProxy = useProxy,
        ConnectTimeout = options.ConnectTimeout,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        EnableMultipleHttp2Connections = true,
        ActivityHeadersPropagator = null,
    });
}
