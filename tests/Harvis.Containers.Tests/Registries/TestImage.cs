using System.Text;
using Harvis.Containers.Registries.Blobs;
using Harvis.Containers.Registries.Content;
using Harvis.Model.Images;

namespace Harvis.Containers.Tests.Registries;

/// <summary>A small image whose layer depends on a seed.</summary>
sealed class TestImage
{
    public TestImage(int seed, int layerBytes = 2048)
    {
        var layer = new byte[layerBytes];
        new Random(seed).NextBytes(layer);
        Layer = BlobSource.OfBytes(layer);
        LayerBytes = layer;
        ConfigBytes = Encoding.UTF8.GetBytes(
            $$$"""{"architecture":"amd64","os":"linux","config":{"Env":["SEED={{{seed}}}"]},"rootfs":{"type":"layers","diff_ids":["{{{Layer.Digest}}}"]},"history":[]}""");
        Config = BlobSource.OfBytes(ConfigBytes);
        Manifest = Manifest.Of(new ImageManifest
        {
            Config = new Descriptor { MediaType = MediaTypes.OciConfig, Digest = Config.Digest, Size = Config.Length },
            Layers = [new Descriptor { MediaType = "application/vnd.oci.image.layer.v1.tar", Digest = Layer.Digest, Size = Layer.Length }],
        });
    }

    public byte[] LayerBytes { get; }

    public byte[] ConfigBytes { get; }

    public BlobSource Layer { get; }

    public BlobSource Config { get; }

    public Manifest Manifest { get; }

    public async Task PushAsync(Harvis.Containers.Registries.IImageRegistry registry, ImageReference target, CancellationToken cancellationToken)
    {
        await registry.PutBlobAsync(target, Layer, cancellationToken);
        await registry.PutBlobAsync(target, Config, cancellationToken);
        await registry.PutManifestAsync(target, Manifest, cancellationToken);
    }
}
