using System.Globalization;
using Harvis.Model.Images;
using Harvis.Testing.Http;

namespace Harvis.Testing.Registries.Api;

/// <summary><c>/v2/NAME/blobs/uploads/ID</c>: begin or mount, send, ask how far it got, close, cancel.</summary>
internal sealed class UploadApi(RegistryContent content, FakeRegistryOptions options)
{
    public async Task<HttpReply> AnswerAsync(HttpExchange request, string repository, string id, CancellationToken cancellationToken)
    {
        if (id.Length == 0) return request.Method == "POST" ? Begin(request, repository) : Gate.Error(405, "UNSUPPORTED");
        if (Find(repository, id) is not { } upload) return Gate.Error(404, "BLOB_UPLOAD_UNKNOWN");
        switch (request.Method)
        {
            case "GET" or "HEAD": return State(204, repository, id, upload);
            case "PATCH":
                if (IsOutOfOrder(request, upload)) return State(416, repository, id, upload);
                await ReceiveAsync(request, upload, cancellationToken).ConfigureAwait(false);
                return State(202, repository, id, upload);
            case "PUT":
                await ReceiveAsync(request, upload, cancellationToken).ConfigureAwait(false);
                return Close(request, repository, id, upload);
            case "DELETE":
                lock (content.Lock) content.Uploads.Remove(id);
                return new HttpReply(204);
            default: return Gate.Error(405, "UNSUPPORTED");
        }
    }

    HttpReply Begin(HttpExchange request, string repository)
    {
        lock (content.Lock)
        {
            if (options.Mounts && Mount(request, repository) is { } mounted) return mounted;
            var id = Guid.NewGuid().ToString("N");
            var upload = content.Uploads[id] = new UnfinishedUpload(repository);
            var reply = State(202, repository, id, upload);
            return options.MinChunkBytes == 0 ? reply : reply.With("OCI-Chunk-Min-Length", options.MinChunkBytes.ToString(CultureInfo.InvariantCulture));
        }
    }

    HttpReply? Mount(HttpExchange request, string repository)
    {
        if (!Digest.TryParse(request.Query("mount"), null, out var digest) || request.Query("from") is not { } from) return null;
        if (content.Find(from) is not { } source || !source.Blobs.TryGetValue(digest, out var blob)) return null;
        content.Make(repository).Blobs[digest] = blob;
        return Created(repository, digest);
    }

    UnfinishedUpload? Find(string repository, string id)
    {
        lock (content.Lock) return content.Uploads.TryGetValue(id, out var upload) && upload.Repository == repository ? upload : null;
    }

    bool IsOutOfOrder(HttpExchange request, UnfinishedUpload upload)
    {
        if (request.Header("Content-Range") is not { } range) return false;
        var ends = range.Split('-');
        var isFirst = long.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out var start);
        lock (content.Lock) return !isFirst || start != upload.Content.Length;
    }

    // What came before a cut stays, so that the client can go on from there.
    Task ReceiveAsync(HttpExchange request, UnfinishedUpload upload, CancellationToken cancellationToken) => request.ReadBodyAsync(
        part =>
        {
            lock (content.Lock) upload.Content.Write(part);
        },
        cancellationToken);

    HttpReply Close(HttpExchange request, string repository, string id, UnfinishedUpload upload)
    {
        if (!Digest.TryParse(request.Query("digest"), null, out var digest)) return Gate.Error(400, "DIGEST_INVALID");
        lock (content.Lock)
        {
            var blob = upload.Content.ToArray();
            content.Uploads.Remove(id);
            if (Digest.OfBytes(blob) != digest) return Gate.Error(400, "DIGEST_INVALID");
            content.Make(repository).Blobs[digest] = blob;
            return Created(repository, digest);
        }
    }

    HttpReply State(int status, string repository, string id, UnfinishedUpload upload)
    {
        long length;
        lock (content.Lock) length = upload.Content.Length;
        // The state in the query stands for what real registries put there; it mustn't be shown.
        return new HttpReply(status)
            .With("Location", $"/v2/{repository}/blobs/uploads/{id}?_state=opaque-{length.ToString(CultureInfo.InvariantCulture)}")
            .With("Range", string.Create(CultureInfo.InvariantCulture, $"0-{Math.Max(0, length - 1)}"));
    }

    static HttpReply Created(string repository, Digest digest) =>
        new HttpReply(201).With("Location", $"/v2/{repository}/blobs/{digest}").With("Docker-Content-Digest", digest.ToString());
}
