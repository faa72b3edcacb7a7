using Harvis.Containers.Content;
using Harvis.Model.Images;

namespace Harvis.Containers.Building;

/// <summary>An image to build and where it goes.</summary>
/// <param name="Content">What it is made of; the builder gets these files and no others.</param>
/// <param name="Destination">The reference it is pushed to, usually with the tag <see cref="ImageContent.Tag"/>.</param>
public sealed record ImageBuildRequest(ImageContent Content, ImageReference Destination)
{
    /// <summary>The image.</summary>
    public ContainerImage Image => Content.Image;

    /// <summary>
    /// Labels such as <c>org.opencontainers.image.revision</c>. They aren't part of the content: an image whose labels alone
    /// would differ isn't built again. See https://github.com/opencontainers/image-spec/blob/main/annotations.md.
    /// </summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>Files that single steps may read and that no layer holds.</summary>
    public IReadOnlyList<BuildSecret> Secrets { get; init; } = [];

    /// <summary>Whether the registries it pulls from and pushes to speak plain HTTP. The default is false.</summary>
    public bool Insecure { get; init; }

    /// <summary>How long the build may take. The default is one hour.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromHours(1);
}
