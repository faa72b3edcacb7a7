using Harvis.Testing.Http;

namespace Harvis.Testing.Registries.Api;

/// <summary>Leads a request to its part of the API. See https://github.com/opencontainers/distribution-spec/blob/main/spec.md#endpoints.</summary>
internal sealed class RegistryApi(RegistryContent content, FakeRegistryOptions options)
{
    // Repository names have slashes, so the last of these words in a path divides it.
    static readonly string[] Kinds = ["/manifests/", "/blobs/uploads/", "/blobs/", "/tags/list", "/referrers/"];

    readonly Gate _gate = new(options.Authentication, options.Time);
    readonly ManifestApi _manifests = new(content, options);
    readonly UploadApi _uploads = new(content, options);
    readonly BlobApi _blobs = new(content, options);
    readonly TagApi _tags = new(content, options);
    readonly ReferrerApi _referrers = new(content, options);

    public async Task<HttpReply> AnswerAsync(HttpExchange request, CancellationToken cancellationToken)
    {
        if (request.Path == "/token") return await _gate.GiveTokenAsync(request, cancellationToken).ConfigureAwait(false);
        if (!request.Path.StartsWith("/v2/", StringComparison.Ordinal)) return new HttpReply(404);
        var (repository, kind, name) = Divide(request.Path["/v2".Length..]);
        if (_gate.Check(request, repository) is { } refusal) return refusal;
        return kind switch
        {
            "" => HttpReply.Json(200, "{}"),
            "/manifests/" => await _manifests.AnswerAsync(request, repository, name, cancellationToken).ConfigureAwait(false),
            "/blobs/uploads/" => await _uploads.AnswerAsync(request, repository, name, cancellationToken).ConfigureAwait(false),
            "/blobs/" => _blobs.Answer(request, repository, name),
            "/tags/list" => _tags.Answer(request, repository),
            "/referrers/" => _referrers.Answer(request, repository, name),
            _ => new HttpReply(404),
        };
    }

    static (string Repository, string Kind, string Name) Divide(string path)
    {
        foreach (var kind in Kinds)
        {
            var at = path.LastIndexOf(kind, StringComparison.Ordinal);
            if (at > 0) return (path[1..at], kind, Uri.UnescapeDataString(path[(at + kind.Length)..]));
        }

        return (path.Trim('/'), path == "/" ? "" : "unknown", "");
    }
}
