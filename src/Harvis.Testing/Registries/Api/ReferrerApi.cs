using System.Text;
using Harvis.Containers.Registries.Content;
using Harvis.Model.Images;
using Harvis.Testing.Http;

namespace Harvis.Testing.Registries.Api;

/// <summary><c>/v2/NAME/referrers/DIGEST</c>, with the filter by artifact type.</summary>
internal sealed class ReferrerApi(RegistryContent content, FakeRegistryOptions options)
{
    public HttpReply Answer(HttpExchange request, string repository, string name)
    {
        if (!options.HasReferrers) return new HttpReply(404) { Body = Encoding.ASCII.GetBytes("404 page not found\n") };
        if (!Digest.TryParse(name, null, out var subject)) return Gate.Error(400, "DIGEST_INVALID");
        var wanted = request.Query("artifactType");
        lock (content.Lock)
        {
            IEnumerable<(string MediaType, byte[] Content)> manifests = content.Find(repository)?.Manifests.Values.ToArray() ?? [];
            var found = manifests.Select(each => Entry(new Manifest(each.MediaType, each.Content), subject)).OfType<Descriptor>();
            var index = Manifest.Of(new ImageIndex { Manifests = [.. found.Where(each => wanted is null || each.ArtifactType == wanted)] });
            var reply = new HttpReply(200) { Body = index.Content }.With("Content-Type", MediaTypes.OciIndex);
            return wanted is null ? reply : reply.With("OCI-Filters-Applied", "artifactType");
        }
    }

    static Descriptor? Entry(Manifest manifest, Digest subject)
    {
        if (manifest.IsIndex)
        {
            var index = manifest.ReadIndex();
            return index.Subject?.Digest == subject ? manifest.Descriptor with { ArtifactType = index.ArtifactType, Annotations = index.Annotations } : null;
        }

        var image = manifest.ReadImage();
        return image.Subject?.Digest == subject
            ? manifest.Descriptor with { ArtifactType = image.ArtifactType ?? image.Config.MediaType, Annotations = image.Annotations }
            : null;
    }
}
