using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Harvis.Containers.Registries.Authentication;
using Harvis.Containers.Registries.Transport;
using Harvis.Model.Images;

namespace Harvis.Containers.Registries.Tags;

/// <summary>The requests for tags.</summary>
internal sealed class TagOperations(RegistryTransport transport)
{
    const int MaxPageBytes = 16 * 1024 * 1024;
    static readonly HttpStatusCode[] FoundOrNot = [HttpStatusCode.OK, HttpStatusCode.NotFound];

    public async IAsyncEnumerable<ImageTag> ListAsync(RegistryEndpoint endpoint, RepositoryName repository, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pages = new PageWalk(endpoint.Tags(repository, transport.Options.TagPageSize));
        while (pages.Next is { } address)
        {
            var request = new RegistryRequest(endpoint, HttpMethod.Get, address, TokenScope.Pull(repository)) { Expected = FoundOrNot };
            IReadOnlyList<ImageTag> tags;
            using (var response = await transport.SendAsync(request, cancellationToken).ConfigureAwait(false))
            {
                if (response.Status == HttpStatusCode.NotFound) yield break;
                tags = Read(await response.BytesAsync(MaxPageBytes, cancellationToken).ConfigureAwait(false), response);
                pages.Turn(response);
            }

            foreach (var tag in tags) yield return tag;
        }
    }

    static ImageTag[] Read(byte[] body, RegistryResponse response)
    {
        try
        {
            var page = JsonSerializer.Deserialize(body, TagJson.Default.TagPage);
            return [.. (page?.Tags ?? []).Select(tag => ImageTag.Parse(tag))];
        }
        catch (Exception wrong) when (wrong is JsonException or FormatException)
        {
            throw response.Context.Unexpected("a list of tags that can't be read", response.Status);
        }
    }
}
