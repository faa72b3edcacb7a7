using Harvis.Containers.Registries.Errors;
using Harvis.Model.Images;

namespace Harvis.Containers.Registries.Tags;

/// <summary>Lists tags.</summary>
public interface ITagStore
{
    /// <summary>All tags of a repository, page by page, in the registry's order (mostly lexical). A repository that doesn't exist has none.</summary>
    /// <exception cref="RegistryException">The registry refused or couldn't be reached.</exception>
    IAsyncEnumerable<ImageTag> ListTagsAsync(ImageReference repository, CancellationToken cancellationToken);
}
