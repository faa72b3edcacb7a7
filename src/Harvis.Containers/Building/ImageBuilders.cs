using Harvis.Model.Diagnostics;

namespace Harvis.Containers.Building;

/// <summary>Chooses who builds.</summary>
public static class ImageBuilders
{
    /// <summary>The first builder that is available here and can build every one of these images.</summary>
    /// <param name="builders">The candidates, the preferred one first: buildx, buildah, docker-engine.</param>
    /// <param name="requests">What is to be built.</param>
    /// <param name="cancellationToken">Stops looking.</param>
    /// <exception cref="DiagnosticException">None can (HRV3105); the message says why not, for each.</exception>
    public static async Task<IImageBuilder> ChooseAsync(
        IEnumerable<IImageBuilder> builders, IReadOnlyList<ImageBuildRequest> requests, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(builders);
        var reasons = new List<Diagnostic>();
        foreach (var builder in builders)
        {
            var reason = requests.Select(builder.WhyUnsuited).FirstOrDefault(why => why is not null) ?? await builder.WhyUnavailableAsync(cancellationToken);
            if (reason is null) return builder;
            reasons.Add(reason);
        }

        throw new DiagnosticException(BuildDiagnostics.NoBuilder(reasons));
    }
}
