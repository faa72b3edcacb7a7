using Docker.DotNet;
using Harvis.Containers.BaseImages;
using Harvis.Containers.Building;
using Harvis.Containers.Content;
using Harvis.Containers.Registries;
using Harvis.Containers.Registries.Authentication;
using Harvis.Containers.Registries.Tags;
using Harvis.Engine.Dsl;
using Harvis.Engine.Files;
using Harvis.Engine.Logging;
using Harvis.Model.Diagnostics;
using Harvis.Model.Images;
using Harvis.Model.Registries;
using Harvis.Model.Tags;

namespace Harvis.Containers.Delivery;

/// <summary>
/// Delivers images to a registry: each arrow of sources -> content digest -> (already there? stop) -> build and push -> tags. What the
/// targets of a pipeline call; one for a build.
/// </summary>
/// <param name="registry">The registry.</param>
public sealed class ImageDelivery(Registry registry)
{
    readonly Lock _lock = new();
    Session? _session;

    sealed record Session(RegistryClient Client, ImageContentReader Contents, BaseImageResolver Bases);

    /// <summary>
    /// Builds the image and pushes it under the tag of its content, unless the registry holds that content already.
    /// </summary>
    /// <returns>The image by digest.</returns>
    /// <exception cref="DiagnosticException">It can't be built: see HRV3001 and the following.</exception>
    /// <exception cref="ImageBuildException">A step failed.</exception>
    public async Task<ImageReference> BuildAsync(ContainerImage image, TargetRun run, CancellationToken cancellationToken)
    {
        var session = SessionOf(run);
        var problems = ImageSources.Check(image, run.Root);
        if (problems.Count > 0) throw new DiagnosticException(problems);
        var bases = await session.Bases.ResolveAsync(image, registry, run.Processes, run.Log, cancellationToken);
        var content = await session.Contents.ReadAsync(image, bases, cancellationToken);
        var destination = image.In(registry).WithTag(content.Tag);
        if (await session.Client.ResolveAsync(destination, cancellationToken) is { } known)
        {
            run.Log.Info($"{destination} is in the registry already: not built again.");
            return destination.WithDigest(known);
        }

        return await BuildAsync(content, destination, run, cancellationToken);
    }

    /// <summary>The base image that each of the image's build arguments stands for, by digest; what the registry doesn't hold is made and pushed.</summary>
    /// <exception cref="DiagnosticException">One can't be made: HRV3110, HRV3120 to HRV3122.</exception>
    public Task<IReadOnlyDictionary<string, ImageReference>> BasesAsync(ContainerImage image, TargetRun run, CancellationToken cancellationToken) =>
        SessionOf(run).Bases.ResolveAsync(image, registry, run.Processes, run.Log, cancellationToken);

    /// <summary>Makes sure that the registry holds the image by its digest: what follows may rely on it.</summary>
    /// <exception cref="DiagnosticException">The registry doesn't hold it.</exception>
    public async Task EnsurePushedAsync(ImageReference reference, TargetRun run, CancellationToken cancellationToken)
    {
        if (await SessionOf(run).Client.ResolveAsync(reference, cancellationToken) != reference.Digest)
        {
            throw new DiagnosticException(new Diagnostic(
                DeliveryCodes.NotInRegistry,
                $"The registry doesn't hold {reference}.",
                "Run BuildImages again; if somebody cleans the registry meanwhile, exempt what is being delivered."));
        }

        run.Log.Info($"{reference} is in the registry.");
    }

    /// <summary>Puts a build's tags on the image, by manifest PUT: no layer moves. What carries the commit's tag already isn't tagged again.</summary>
    public async Task TagAsync(ImageReference reference, IReadOnlyList<PlannedTag> tags, TargetRun run, CancellationToken cancellationToken)
    {
        var client = SessionOf(run).Client;
        var ofCommit = tags.Where(tag => !tag.Moves).Skip(1).Select(tag => tag.Tag).ToList();
        if (ofCommit.Count > 0 && await client.ResolveAsync(reference.WithTag(ofCommit[0]), cancellationToken) == reference.Digest)
        {
            run.Log.Info($"{reference.WithTag(ofCommit[0])} is this image already: not tagged again.");
            return;
        }

        // First those that never move: whoever follows a moving tag must find the others in place.
        foreach (var group in tags.GroupBy(tag => tag.Moves).OrderBy(group => group.Key))
            await client.RetagAsync(reference, [.. group.Select(tag => tag.Tag)], cancellationToken);
        run.Log.Info($"{reference.Repository}: {string.Join(", ", tags.Select(tag => tag.Tag))}");
    }

    async Task<ImageReference> BuildAsync(ImageContent content, ImageReference destination, TargetRun run, CancellationToken cancellationToken)
    {
        var secret = CaBundle.Find(run.Environment);
        var request = new ImageBuildRequest(content, destination)
        {
            Insecure = registry.Insecure,
            Secrets = secret is null ? [] : [secret],
            Labels = new Dictionary<string, string> { ["org.opencontainers.image.title"] = content.Image.Name },
        };
        var builder = await ImageBuilders.ChooseAsync(Builders(run), [request], cancellationToken);
        run.Log.Info($"Building {destination} with {builder.Name}.");
        var built = (await builder.BuildAsync(request, cancellationToken)).Reference;
        run.Log.Info($"Built and pushed {built}.");
        return built;
    }

    static IEnumerable<IImageBuilder> Builders(TargetRun run)
    {
        var folder = Path.Combine(run.Temporary, "images");
        yield return new BuildxImageBuilder(run.Processes, folder);
        yield return new BuildahImageBuilder(run.Processes, folder);
        yield return new DockerEngineImageBuilder(new DockerClientBuilder().Build(), run.Log);
    }

    // Made at the first use, not at each start: help and plans need no registry.
    Session SessionOf(TargetRun run)
    {
        lock (_lock)
        {
            if (_session is not null) return _session;
            var client = new RegistryClient([registry], new DockerCredentials(run.Environment, run.Processes));
            var digests = new FileDigestCache(Path.Combine(run.Temporary, "cache", "contexts"), run.Time);
            var contents = new ImageContentReader(run.Root, run.Processes, digests);
            var bases = new BaseImageResolver(AptSources.Read(), new RegistryPush(client), Path.Combine(run.Temporary, "bases"));
            return _session = new Session(client, contents, bases);
        }
    }
}
