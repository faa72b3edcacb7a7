using System.Security.Cryptography;
using System.Text.Json;
using Harvis.Containers.Registries.Content;
using Harvis.Model.Images;
using Harvis.Testing.Http;

namespace Harvis.Testing.Registries.Api;

/// <summary><c>/v2/NAME/manifests/REFERENCE</c>.</summary>
internal sealed class ManifestApi(RegistryContent content, FakeRegistryOptions options)
{
    public async Task<HttpReply> AnswerAsync(HttpExchange request, string repository, string reference, CancellationToken cancellationToken)
    {
        var body = request.Method == "PUT" ? await request.ReadBodyAsync(cancellationToken).ConfigureAwait(false) : [];
        lock (content.Lock)
        {
            return request.Method switch
            {
                "GET" or "HEAD" => Get(repository, reference),
                "PUT" => Put(request, repository, reference, body),
                "DELETE" => Delete(repository, reference),
                _ => Gate.Error(405, "UNSUPPORTED"),
            };
        }
    }

    HttpReply Get(string repository, string reference)
    {
        if (content.Find(repository) is not { } found) return Gate.Error(404, "NAME_UNKNOWN");
        if (found.Resolve(reference) is not { } digest) return Gate.Error(404, "MANIFEST_UNKNOWN");
        var (mediaType, bytes) = found.Manifests[digest];
        return new HttpReply(200) { Body = bytes }.With("Content-Type", mediaType).With("Docker-Content-Digest", digest.ToString());
    }

    HttpReply Put(HttpExchange request, string repository, string reference, byte[] body)
    {
        var target = content.Make(repository);
        var digest = reference.StartsWith("sha512:", StringComparison.Ordinal) ? Digest.Parse($"sha512:{Convert.ToHexStringLower(SHA512.HashData(body))}") : Digest.OfBytes(body);
        if (reference.Contains(':', StringComparison.Ordinal) && reference != digest.ToString()) return Gate.Error(400, "DIGEST_INVALID");
        var mediaType = request.Header("Content-Type") ?? MediaTypes.OciManifest;
        var (missing, subject) = Check(target, mediaType, body);
        if (missing is not null) return missing;
        target.Manifests[digest] = (mediaType, body);
        if (!reference.Contains(':', StringComparison.Ordinal)) target.Tags[reference] = digest;
        var reply = new HttpReply(201).With("Location", $"/v2/{repository}/manifests/{digest}").With("Docker-Content-Digest", digest.ToString());
        return subject is not null && options.HasReferrers ? reply.With("OCI-Subject", subject.Digest.ToString()) : reply;
    }

    HttpReply Delete(string repository, string reference)
    {
        if (!options.Deletes) return Gate.Error(405, "UNSUPPORTED");
        var isTag = !reference.Contains(':', StringComparison.Ordinal);
        if (isTag && !options.DeletesTags) return Gate.Error(400, "DIGEST_INVALID");
        if (content.Find(repository) is not { } found || found.Resolve(reference) is not { } digest) return Gate.Error(404, "MANIFEST_UNKNOWN");
        if (isTag) found.Tags.Remove(reference);
        else found.Manifests.Remove(digest);
        if (isTag) return new HttpReply(202);
        foreach (var tag in found.Tags.Where(tag => tag.Value == digest).Select(tag => tag.Key).ToList()) found.Tags.Remove(tag);
        return new HttpReply(202);
    }

    // A registry that took a manifest before its layers would serve an image that can't be pulled.
    static (HttpReply? Missing, Descriptor? Subject) Check(RepositoryContent target, string mediaType, byte[] body)
    {
        try
        {
            var manifest = new Manifest(mediaType, body);
            if (manifest.IsIndex)
            {
                var index = manifest.ReadIndex();
                var isWhole = index.Manifests.All(child => target.Manifests.ContainsKey(child.Digest));
                return (isWhole ? null : Gate.Error(404, "MANIFEST_UNKNOWN"), index.Subject);
            }

            var image = manifest.ReadImage();
            var isComplete = image.Layers.Append(image.Config).All(blob => blob.Urls is { Count: > 0 } || target.Blobs.ContainsKey(blob.Digest));
            return (isComplete ? null : Gate.Error(400, "MANIFEST_BLOB_UNKNOWN"), image.Subject);
        }
        catch (Exception wrong) when (wrong is FormatException or JsonException)
        {
            return (Gate.Error(400, "MANIFEST_INVALID"), null);
        }
    }
}
