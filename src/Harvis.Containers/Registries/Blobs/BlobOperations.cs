using System.Globalization;
using System.Net;
using Harvis.Containers.Registries.Authentication;
using Harvis.Containers.Registries.Transport;
using Harvis.Model.Images;

namespace Harvis.Containers.Registries.Blobs;

/// <summary>The requests for blobs.</summary>
internal sealed class BlobOperations(RegistryTransport transport)
{
    static readonly HttpStatusCode[] FoundOrNot = [HttpStatusCode.OK, HttpStatusCode.NotFound];

    public async Task<bool> ExistsAsync(RegistryEndpoint endpoint, RepositoryName repository, Digest digest, TokenScope scope, CancellationToken cancellationToken)
    {
        var request = new RegistryRequest(endpoint, HttpMethod.Head, endpoint.Blob(repository, digest), scope) { Expected = FoundOrNot };
        using var response = await transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return response.Status == HttpStatusCode.OK;
    }

    public async Task<Stream> OpenAsync(RegistryEndpoint endpoint, RepositoryName repository, Digest digest, long offset, CancellationToken cancellationToken)
    {
        var (first, context) = await OpenAtAsync(offset, cancellationToken).ConfigureAwait(false);
        var stream = new ResumingStream(first, offset, async (at, token) => (await OpenAtAsync(at, token).ConfigureAwait(false)).Content, context, transport.Retries);
        return offset == 0 ? new VerifiedStream(stream, digest, context) : stream;

        async Task<(Stream Content, Errors.FailedRequest Context)> OpenAtAsync(long at, CancellationToken token)
        {
            var request = new RegistryRequest(endpoint, HttpMethod.Get, endpoint.Blob(repository, digest), TokenScope.Pull(repository))
            {
                Headers = at == 0 ? [] : [("Range", string.Create(CultureInfo.InvariantCulture, $"bytes={at}-"))],
                Expected = at == 0 ? [HttpStatusCode.OK] : [HttpStatusCode.OK, HttpStatusCode.PartialContent],
            };
            var response = await transport.SendAsync(request, token).ConfigureAwait(false);
            var content = await response.StreamAsync(token).ConfigureAwait(false);
            if (at > 0 && response.Status == HttpStatusCode.OK) await SkipAsync(content, at, token).ConfigureAwait(false);
            return (content, response.Context);
        }
    }

    public async Task<bool> PutAsync(RegistryEndpoint endpoint, RepositoryName repository, BlobSource source, CancellationToken cancellationToken)
    {
        if (await ExistsAsync(endpoint, repository, source.Digest, TokenScope.Push(repository), cancellationToken).ConfigureAwait(false)) return false;
        await new BlobUpload(transport, endpoint, repository, source).RunAsync(cancellationToken).ConfigureAwait(false);
        return true;
    }

    public async Task<bool> MountAsync(RegistryEndpoint endpoint, RepositoryName repository, Digest digest, RepositoryName from, CancellationToken cancellationToken)
    {
        var scope = TokenScope.Mount(repository, from);
        var request = new RegistryRequest(endpoint, HttpMethod.Post, endpoint.Mount(repository, digest, from), scope)
        {
            Body = () => new ByteArrayContent([]),
            Expected = [HttpStatusCode.Created, HttpStatusCode.Accepted],
        };
        using var response = await transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.Status == HttpStatusCode.Created) return true;
        // The registry began an upload instead, which nobody will finish.
        var cancel = new RegistryRequest(endpoint, HttpMethod.Delete, response.Location, scope) { IsRepeated = false, Expected = AnyAnswer };
        using var cancelled = await transport.SendAsync(cancel, cancellationToken).ConfigureAwait(false);
        return false;
    }

    // Cancelling is a courtesy: registries forget unfinished uploads, and some can't cancel.
    static readonly HttpStatusCode[] AnyAnswer = Enum.GetValues<HttpStatusCode>();

    // A server that doesn't know ranges begins at the start.
    static async Task SkipAsync(Stream content, long count, CancellationToken cancellationToken)
    {
        var buffer = new byte[64 * 1024];
        while (count > 0)
        {
            var read = await content.ReadAsync(buffer.AsMemory(0, (int)Math.Min(count, buffer.Length)), cancellationToken).ConfigureAwait(false);
            if (read == 0) throw new EndOfStreamException();
            count -= read;
        }
    }
}
