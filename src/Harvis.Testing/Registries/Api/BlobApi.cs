using System.Globalization;
using Harvis.Model.Images;
using Harvis.Testing.Http;

namespace Harvis.Testing.Registries.Api;

/// <summary><c>/v2/NAME/blobs/DIGEST</c>, with ranges.</summary>
internal sealed class BlobApi(RegistryContent content, FakeRegistryOptions options)
{
    public HttpReply Answer(HttpExchange request, string repository, string name)
    {
        if (!Digest.TryParse(name, null, out var digest)) return Gate.Error(400, "DIGEST_INVALID");
        lock (content.Lock)
        {
            if (content.Find(repository) is not { } found || !found.Blobs.TryGetValue(digest, out var blob)) return Gate.Error(404, "BLOB_UNKNOWN");
            return request.Method switch
            {
                "GET" or "HEAD" => Get(request, digest, blob),
                "DELETE" when options.Deletes => Delete(found, digest),
                _ => Gate.Error(405, "UNSUPPORTED"),
            };
        }
    }

    static HttpReply Get(HttpExchange request, Digest digest, byte[] blob)
    {
        var reply = new HttpReply(200) { Body = blob }.With("Content-Type", "application/octet-stream").With("Docker-Content-Digest", digest.ToString());
        if (request.Header("Range") is not { } range) return reply;
        var start = long.Parse(range["bytes=".Length..].TrimEnd('-'), CultureInfo.InvariantCulture);
        return start >= blob.Length
            ? Gate.Error(416, "RANGE_INVALID")
            : (reply with { Status = 206, Body = blob.AsMemory((int)start) }).With("Content-Range", string.Create(CultureInfo.InvariantCulture, $"bytes {start}-{blob.Length - 1}/{blob.Length}"));
    }

    static HttpReply Delete(RepositoryContent repository, Digest digest)
    {
        repository.Blobs.Remove(digest);
        return new HttpReply(202);
    }
}
