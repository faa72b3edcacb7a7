using System.Net;
using System.Net.Http.Headers;
using Harvis.Containers.BaseImages;
using Harvis.Model.Images;

namespace Harvis.Containers.Tests.BaseImages;

/// <summary>Just enough of a registry client for a registry on this machine.</summary>
public sealed class HttpImagePush : IImagePush, IDisposable
{
    static readonly string[] ManifestTypes =
    [
        "application/vnd.oci.image.manifest.v1+json", "application/vnd.docker.distribution.manifest.v2+json",
        "application/vnd.oci.image.index.v1+json", "application/vnd.docker.distribution.manifest.list.v2+json",
    ];

    readonly HttpClient _client = new();

    public int ManifestsPut { get; private set; }

    public int BlobsPut { get; private set; }

    public void Dispose() => _client.Dispose();

    public async Task<Digest?> ResolveAsync(ImageReference reference, CancellationToken cancellationToken)
    {
        using var answer = await SendManifestAsync(HttpMethod.Head, reference, null, cancellationToken);
        return answer.StatusCode == HttpStatusCode.NotFound ? null : Digest.Parse(answer.EnsureSuccessStatusCode().Headers.GetValues("Docker-Content-Digest").Single());
    }

    public async Task PutBlobAsync(ImageReference repository, Digest digest, string file, CancellationToken cancellationToken)
    {
        using var start = await _client.PostAsync(new Uri($"http://{repository.Registry}/v2/{repository.Repository}/blobs/uploads/"), null, cancellationToken);
        var location = start.EnsureSuccessStatusCode().Headers.Location!.ToString();
        using var content = new StreamContent(File.OpenRead(file));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var answer = await _client.PutAsync(new Uri($"{location}{(location.Contains('?', StringComparison.Ordinal) ? '&' : '?')}digest={digest}"), content, cancellationToken);
        answer.EnsureSuccessStatusCode();
        BlobsPut++;
    }

    public async Task<Digest> PutManifestAsync(ImageReference reference, string mediaType, ReadOnlyMemory<byte> manifest, CancellationToken cancellationToken)
    {
        using var content = new ReadOnlyMemoryContent(manifest);
        content.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        using var answer = await SendManifestAsync(HttpMethod.Put, reference, content, cancellationToken);
        answer.EnsureSuccessStatusCode();
        ManifestsPut++;
        return Digest.OfBytes(manifest.Span);
    }

    public async Task<byte[]> ManifestAsync(ImageReference reference, CancellationToken cancellationToken)
    {
        using var answer = await SendManifestAsync(HttpMethod.Get, reference, null, cancellationToken);
        return await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(cancellationToken);
    }

    public async Task<byte[]> BlobAsync(ImageReference repository, string digest, CancellationToken cancellationToken) =>
        await _client.GetByteArrayAsync(new Uri($"http://{repository.Registry}/v2/{repository.Repository}/blobs/{digest}"), cancellationToken);

    async Task<HttpResponseMessage> SendManifestAsync(HttpMethod method, ImageReference reference, HttpContent? content, CancellationToken cancellationToken)
    {
        var name = reference.Digest?.ToString() ?? reference.Tag.ToString();
        using var request = new HttpRequestMessage(method, new Uri($"http://{reference.Registry}/v2/{reference.Repository}/manifests/{name}")) { Content = content };
        foreach (var type in ManifestTypes) request.Headers.Accept.ParseAdd(type);
        return await _client.SendAsync(request, cancellationToken);
    }
}
