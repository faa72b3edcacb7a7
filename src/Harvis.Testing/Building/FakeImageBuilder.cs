using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text.Json;
using Harvis.Containers.Building;
using Harvis.Containers.Registries;
using Harvis.Containers.Registries.Blobs;
using Harvis.Containers.Registries.Content;
using Harvis.Containers.Registries.Errors;
using Harvis.Model.Diagnostics;
using Harvis.Model.Images;

namespace Harvis.Testing.Building;

/// <summary>
/// A builder that runs no step: the image it pushes holds the files of the context, the labels and the build arguments (as variables).
/// Like the real ones it refuses files that changed after they were digested, and a registry that can't be reached.
/// </summary>
/// <param name="registry">Where the images go: a client of a <see cref="Registries.FakeRegistry"/>, or of a real one.</param>
public sealed class FakeImageBuilder(IImageRegistry registry) : IImageBuilder
{
    readonly ConcurrentQueue<ImageBuildRequest> _requests = new();
    readonly ConcurrentDictionary<string, (string Step, string[] LastLines)> _failures = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public string Name => "fake";

    /// <summary>Why it says that it can't build here; null, the default, if it can.</summary>
    public Diagnostic? Unavailable { get; set; }

    /// <summary>Why it says that it can't build an image; null, the default, if it can build each.</summary>
    public Func<ImageBuildRequest, Diagnostic?> Unsuited { get; set; } = _ => null;

    /// <summary>What was asked for, in order; builds that failed too.</summary>
    public IReadOnlyList<ImageBuildRequest> Requests => [.. _requests];

    /// <summary>Lets a step of an image fail.</summary>
    public FakeImageBuilder Fails(ContainerImage image, string step, params string[] lastLines)
    {
        _failures[image.Name] = (step, lastLines);
        return this;
    }

    /// <inheritdoc/>
    public Task<Diagnostic?> WhyUnavailableAsync(CancellationToken cancellationToken) => Task.FromResult(Unavailable);

    /// <inheritdoc/>
    public Diagnostic? WhyUnsuited(ImageBuildRequest request) => Unsuited(request);

    /// <inheritdoc/>
    public async Task<BuiltImage> BuildAsync(ImageBuildRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _requests.Enqueue(request);
        if (Unsuited(request) is { } why) throw new DiagnosticException(why);
        if (_failures.TryGetValue(request.Image.Name, out var failure))
            throw Failed(request, new BuildFailure(failure.Step, "the test lets it fail.", failure.LastLines));
        try
        {
            return new BuiltImage(request.Image, request.Destination.WithDigest(await PushAsync(request, cancellationToken).ConfigureAwait(false)));
        }
        catch (RegistryException refused)
        {
            throw Failed(request, new BuildFailure(null, refused.Message, []), refused);
        }
    }

    ImageBuildException Failed(ImageBuildRequest request, BuildFailure failure, Exception? cause = null) =>
        BuildFailures.Exception(request, Name, failure, failure.Reason, cause);

    async Task<Digest> PushAsync(ImageBuildRequest request, CancellationToken cancellationToken)
    {
        using var tar = new MemoryStream();
        await ContextTar.WriteAsync(request.Content, tar, cancellationToken).ConfigureAwait(false);
        var layer = BlobSource.OfBytes(Compressed(tar.ToArray()));
        var config = BlobSource.OfBytes(JsonSerializer.SerializeToUtf8Bytes(Config(request, Digest.OfBytes(tar.ToArray())), ContentJson.Default.ImageConfig));
        await registry.PutBlobAsync(request.Destination, layer, cancellationToken).ConfigureAwait(false);
        await registry.PutBlobAsync(request.Destination, config, cancellationToken).ConfigureAwait(false);
        var manifest = new ImageManifest { Config = Descriptor(MediaTypes.OciConfig, config), Layers = [Descriptor(MediaTypes.OciLayerGzip, layer)] };
        return await registry.PutManifestAsync(request.Destination, Manifest.Of(manifest), cancellationToken).ConfigureAwait(false);
    }

    static byte[] Compressed(byte[] tar)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest)) gzip.Write(tar);
        return compressed.ToArray();
    }

    static Descriptor Descriptor(string mediaType, BlobSource blob) => new() { MediaType = mediaType, Digest = blob.Digest, Size = blob.Length };

    static ImageConfig Config(ImageBuildRequest request, Digest layer) => new()
    {
        Architecture = request.Image.Platform.Architecture,
        Os = request.Image.Platform.Os,
        Variant = request.Image.Platform.Variant,
        Config = new ContainerConfig
        {
            Variables = [.. request.Content.Arguments.Select(argument => $"{argument.Key}={argument.Value}")],
            Labels = request.Labels,
        },
        RootFileSystem = new RootFileSystem { DiffIds = [layer] },
    };
}
