using Harvis.Engine.Logging;
using Harvis.Engine.Processes;
using Harvis.Model.Images;
using Harvis.Model.Registries;

namespace Harvis.Containers.BaseImages;

/// <summary>
/// Gives every base image a reference with a digest. A pinned one has it; a Debian one is looked up in the registry by its
/// recipe, and made and pushed where it isn't there. Images that need the same base wait for one making of it.
/// </summary>
/// <param name="sources">The machine's apt sources.</param>
/// <param name="push">The registry.</param>
/// <param name="workFolder">Where root file systems are made before they are pushed; made if it is missing.</param>
public sealed class BaseImageResolver(AptSources sources, IImagePush push, string workFolder)
{
    readonly SharedWork<string, ImageReference> _making = new();

    /// <summary>The reference for each build argument of an image that stands for a base image.</summary>
    /// <param name="image">The image.</param>
    /// <param name="registry">Where Debian base images are kept.</param>
    /// <param name="processes">Runs mmdebstrap. Of several who ask for the same at the same time, the first one's are used.</param>
    /// <param name="log">Is told what is made.</param>
    /// <param name="cancellationToken">Stops looking and making.</param>
    /// <exception cref="Model.Diagnostics.DiagnosticException">One can't be made: HRV3110, HRV3120 to HRV3122.</exception>
    public async Task<IReadOnlyDictionary<string, ImageReference>> ResolveAsync(
        ContainerImage image, Registry registry, IProcessRunner processes, IRunLog log, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(processes);
        ArgumentNullException.ThrowIfNull(log);
        var references = await Task.WhenAll(image.Bases.Select(async pair =>
            KeyValuePair.Create(pair.Key, await ResolveAsync(pair.Value, image.Platform, registry, refresh: false, processes, log, cancellationToken))));
        return references.ToDictionary();
    }

    /// <summary>The reference of one base image.</summary>
    /// <param name="image">The base image.</param>
    /// <param name="platform">What it shall run on.</param>
    /// <param name="registry">Where Debian base images are kept.</param>
    /// <param name="refresh">Whether a Debian one is made again, with today's package versions, although the registry has it.</param>
    /// <param name="processes">Runs mmdebstrap. Of several who ask for the same at the same time, the first one's are used.</param>
    /// <param name="log">Is told what is made.</param>
    /// <param name="cancellationToken">Stops looking and making.</param>
    /// <exception cref="Model.Diagnostics.DiagnosticException">It can't be made: HRV3110, HRV3120 to HRV3122.</exception>
    public Task<ImageReference> ResolveAsync(BaseImage image, Platform platform, Registry registry, bool refresh, IProcessRunner processes, IRunLog log, CancellationToken cancellationToken) => image switch
    {
        PinnedBaseImage pinned => Task.FromResult(pinned.Reference),
        DebianBaseImage debian => ResolveAsync(new BaseImageRecipe(debian, platform), registry, refresh, new DebianBootstrap(processes, sources, log), cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(image), image, "Another kind of base image."),
    };

    Task<ImageReference> ResolveAsync(BaseImageRecipe recipe, Registry registry, bool refresh, DebianBootstrap bootstrap, CancellationToken cancellationToken)
    {
        var reference = registry.Repository(recipe.Repository).WithTag(recipe.Tag);
        return _making.DoAsync($"{reference} {refresh}", token => FindOrMakeAsync(recipe, reference, refresh, bootstrap, token), cancellationToken);
    }

    async Task<ImageReference> FindOrMakeAsync(BaseImageRecipe recipe, ImageReference reference, bool refresh, DebianBootstrap bootstrap, CancellationToken cancellationToken)
    {
        var known = refresh ? null : await push.ResolveAsync(reference, cancellationToken);
        return reference.WithDigest(known ?? await MakeAsync(recipe, reference, bootstrap, cancellationToken));
    }

    async Task<Digest> MakeAsync(BaseImageRecipe recipe, ImageReference reference, DebianBootstrap bootstrap, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(workFolder, $"{recipe.Image.Name}-{Guid.NewGuid().ToString("N")[..8]}");
        Directory.CreateDirectory(folder);
        try
        {
            var tar = Path.Combine(folder, "root.tar");
            await bootstrap.MakeAsync(recipe, tar, cancellationToken);
            var layer = await BaseImageLayer.CompressAsync(tar, Path.Combine(folder, "layer.tar.gz"), cancellationToken);
            return await PushAsync(recipe, layer, Path.Combine(folder, "config.json"), reference, cancellationToken);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    async Task<Digest> PushAsync(
        BaseImageRecipe recipe, BaseImageLayer layer, string configFile, ImageReference reference, CancellationToken cancellationToken)
    {
        var config = BaseImageManifest.Config(recipe, layer);
        await File.WriteAllBytesAsync(configFile, config, cancellationToken);
        await push.PutBlobAsync(reference, layer.Digest, layer.File, cancellationToken);
        await push.PutBlobAsync(reference, Digest.OfBytes(config), configFile, cancellationToken);
        return await push.PutManifestAsync(reference, BaseImageManifest.MediaType, BaseImageManifest.Manifest(config, layer), cancellationToken);
    }
}
