using Harvis.Model.Diagnostics;

namespace Harvis.Containers.Building;

/// <summary>Builds an image and pushes it, so that layers travel once.</summary>
public interface IImageBuilder
{
    /// <summary>What people call it: <c>buildx</c>, <c>buildah</c>, <c>docker-engine</c>.</summary>
    string Name { get; }

    /// <summary>Why it can't build on this machine, or null if it can.</summary>
    /// <param name="cancellationToken">Stops looking.</param>
    Task<Diagnostic?> WhyUnavailableAsync(CancellationToken cancellationToken);

    /// <summary>Why it can't build this image although it is available, or null if it can. Looks at the Dockerfile only.</summary>
    /// <param name="request">What would be built.</param>
    Diagnostic? WhyUnsuited(ImageBuildRequest request);

    /// <summary>Builds an image from exactly the files that were digested, and pushes it to its destination.</summary>
    /// <param name="request">What to build, and where it goes.</param>
    /// <param name="cancellationToken">Ends the build with its whole process tree.</param>
    /// <returns>The image by the digest the registry holds it under.</returns>
    /// <exception cref="ImageBuildException">A step failed, the disk is full or the registry refused it.</exception>
    /// <exception cref="DiagnosticException">The builder can't build it (<see cref="WhyUnsuited"/>), or a file changed after it was digested.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    Task<BuiltImage> BuildAsync(ImageBuildRequest request, CancellationToken cancellationToken);
}
