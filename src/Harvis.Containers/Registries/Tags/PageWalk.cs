using Harvis.Containers.Registries.Transport;

namespace Harvis.Containers.Registries.Tags;

/// <summary>Goes from page to page by the Link header.</summary>
internal sealed class PageWalk(Uri first)
{
    // More would be a registry that leads in circles, each with another address.
    const int MaxPages = 100_000;

    readonly Uri _first = first;
    readonly HashSet<Uri> _seen = [first];

    /// <summary>The page to fetch, or null after the last.</summary>
    public Uri? Next { get; private set; } = first;

    /// <summary>Reads where the next page is.</summary>
    /// <exception cref="Errors.RegistryException">It is elsewhere, or was fetched already.</exception>
    public void Turn(RegistryResponse response)
    {
        Next = null;
        if (LinkHeader.Next(response.Header("Link")) is not { } link) return;
        if (!Uri.TryCreate(response.Address, link, out var next) || !RegistryEndpoint.IsSameOrigin(next, _first))
            throw response.Context.Unexpected("the next page isn't of this registry", response.Status);
        if (!_seen.Add(next) || _seen.Count > MaxPages) throw response.Context.Unexpected("the pages go in circles", response.Status);
        Next = next;
    }
}
