using System.Globalization;
using System.Net;
using Harvis.Containers.Registries.Authentication;
using Harvis.Containers.Registries.Errors;
using Harvis.Containers.Registries.Transport;
using Harvis.Engine.Http;
using Harvis.Model.Images;

namespace Harvis.Containers.Registries.Blobs;

/// <summary>
/// Uploads one blob: begin, send, close. After a fault that may pass, the registry is asked how far it got.
/// See https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pushing-blobs.
/// </summary>
internal sealed class BlobUpload(RegistryTransport transport, RegistryEndpoint endpoint, RepositoryName repository, BlobSource source)
{
    readonly TokenScope _scope = TokenScope.Push(repository);
    UploadSession? _session;
    int _failures;

    /// <summary>Uploads it. Each chunk may fail as often as a request may; a chunk that got through starts the count anew.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                _session = await ContinueAsync(cancellationToken).ConfigureAwait(false);
                await SendAsync(_session, cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (RegistryException fault) when (IsPassing(fault) && ++_failures < transport.Retries.MaxAttempts)
            {
                if (IsLost(fault)) _session = null;
                _session?.Doubt();
                await transport.Retries.WaitAsync(fault.RetryAfter ?? transport.Retries.DelayAfter(_failures), cancellationToken).ConfigureAwait(false);
            }

            // The answer to the last request may have been lost, and not the request.
            if (IsClosing && await ExistsAsync(cancellationToken).ConfigureAwait(false)) return;
        }
    }

    bool IsSmall => source.Length <= transport.Options.MaxMonolithicBytes;

    bool IsClosing => IsSmall || _session is null || _session.Offset == source.Length;

    async Task<UploadSession> ContinueAsync(CancellationToken cancellationToken)
    {
        if (_session is { IsCertain: true } certain) return certain;
        // What is sent with the closing request can't be gone on with.
        var resumed = _session is null || IsSmall ? null : await AskAsync(_session, cancellationToken).ConfigureAwait(false);
        return resumed ?? await BeginAsync(cancellationToken).ConfigureAwait(false);
    }

    async Task<UploadSession> BeginAsync(CancellationToken cancellationToken)
    {
        var request = Request(HttpMethod.Post, endpoint.Uploads(repository)) with { Body = NoBody, Expected = [HttpStatusCode.Accepted] };
        using var response = await transport.SendAsync(request, cancellationToken, _failures).ConfigureAwait(false);
        _ = long.TryParse(response.Header("OCI-Chunk-Min-Length"), NumberStyles.None, CultureInfo.InvariantCulture, out var minimum);
        return new UploadSession(response.Location, minimum);
    }

    // Null where the registry has forgotten the upload, or can't say how far it got.
    async Task<UploadSession?> AskAsync(UploadSession session, CancellationToken cancellationToken)
    {
        var request = Request(HttpMethod.Get, session.Location) with
        {
            Expected = [HttpStatusCode.NoContent, HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.BadRequest, HttpStatusCode.RequestedRangeNotSatisfiable],
        };
        using var response = await transport.SendAsync(request, cancellationToken, _failures).ConfigureAwait(false);
        if (response.Status is not (HttpStatusCode.NoContent or HttpStatusCode.OK)) return null;
        if (ByteRange.ParseReceived(response.Header("Range")) is not { } received || received > source.Length) return null;
        session.MoveTo(response.Header("Location") is null ? session.Location : response.Location, received);
        return session;
    }

    async Task SendAsync(UploadSession session, CancellationToken cancellationToken)
    {
        var closing = new ByteRange(0, source.Length);
        if (!IsSmall)
        {
            while (session.Offset < source.Length) await SendChunkAsync(session, cancellationToken).ConfigureAwait(false);
            closing = new ByteRange(source.Length, 0);
        }

        var request = Request(HttpMethod.Put, WithDigest(session.Location)) with
        {
            Body = () => new BlobContent(source, closing),
            Expected = [HttpStatusCode.Created, HttpStatusCode.NoContent],
        };
        using var response = await transport.SendAsync(request, cancellationToken, _failures).ConfigureAwait(false);
        if (response.Header("Docker-Content-Digest") is { } actual && actual != source.Digest.ToString())
            throw response.Context.WrongDigest(source.Digest.ToString(), actual);
    }

    async Task SendChunkAsync(UploadSession session, CancellationToken cancellationToken)
    {
        var chunk = ByteRange.Next(session.Offset, source.Length, Math.Max(transport.Options.ChunkBytes, session.MinChunkBytes));
        var request = Request(HttpMethod.Patch, session.Location) with
        {
            Headers = [("Content-Range", chunk.ToContentRange())],
            Body = () => new BlobContent(source, chunk),
            Expected = [HttpStatusCode.Accepted, HttpStatusCode.NoContent],
        };
        using var response = await transport.SendAsync(request, cancellationToken, _failures).ConfigureAwait(false);
        var received = ByteRange.ParseReceived(response.Header("Range")) ?? chunk.End;
        if (received <= chunk.Start || received > chunk.End) throw response.Context.Unexpected($"the registry has {received} bytes where {chunk.End} were sent", response.Status);
        session.MoveTo(response.Location, received);
        _failures = 0;
    }

    async Task<bool> ExistsAsync(CancellationToken cancellationToken)
    {
        var request = new RegistryRequest(endpoint, HttpMethod.Head, endpoint.Blob(repository, source.Digest), _scope) { Expected = [HttpStatusCode.OK, HttpStatusCode.NotFound] };
        using var response = await transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return response.Status == HttpStatusCode.OK;
    }

    // Each request is one attempt: what to do after a fault depends on how far the registry got.
    RegistryRequest Request(HttpMethod method, Uri address) => new(endpoint, method, address, _scope) { IsRepeated = false };

    Uri WithDigest(Uri location)
    {
        var query = location.Query.TrimStart('?');
        return new UriBuilder(location) { Query = $"{(query.Length == 0 ? "" : $"{query}&")}digest={source.Digest}" }.Uri;
    }

    bool IsPassing(RegistryException fault) =>
        fault.StatusCode is { } status ? RetrySchedule.MayPass(status) || IsLost(fault) || (_session is not null && status == HttpStatusCode.RequestedRangeNotSatisfiable)
        : fault.InnerException is { } cause && ConnectionFault.IsPassing(cause);

    bool IsLost(RegistryException fault) => _session is not null && fault.ServerCode is "BLOB_UPLOAD_UNKNOWN" or "BLOB_UPLOAD_INVALID";

    static ByteArrayContent NoBody() => new([]);
}
