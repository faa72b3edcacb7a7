using Harvis.Model.Images;

namespace Harvis.Containers.Building;

/// <summary>An image that a registry holds.</summary>
/// <param name="Image">The image.</param>
/// <param name="Reference">Its repository and digest.</param>
public sealed record BuiltImage(ContainerImage Image, ImageReference Reference);
