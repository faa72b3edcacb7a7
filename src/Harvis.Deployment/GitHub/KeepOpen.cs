namespace Harvis.Deployment.GitHub;

/// <summary>Lets several clients use the same connections: disposing it leaves them open.</summary>
sealed class KeepOpen(SocketsHttpHandler sockets) : HttpMessageHandler
{
    readonly HttpMessageInvoker _invoker = new(sockets, disposeHandler: false);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => _invoker.SendAsync(request, cancellationToken);

    protected override void Dispose(bool disposing)
    {
        if (disposing) _invoker.Dispose();
        base.Dispose(disposing);
    }
}
