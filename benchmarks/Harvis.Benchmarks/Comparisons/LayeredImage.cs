using System.Formats.Tar;
using System.Text;
using Harvis.Containers.Registries;
using Harvis.Containers.Registries.Blobs;
using Harvis.Containers.Registries.Content;
using Harvis.Model.Images;

namespace Harvis.Benchmarks.Comparisons;

/// <summary>An image of a few layers whose bytes don't compress; engines can pull it.</summary>
static class LayeredImage
{
    /// <summary>How many layers it has.</summary>
    public const int Layers = 3;

    /// <summary>How large each is.</summary>
    public const int LayerMebibytes = 8;

    public static async Task PushAsync(IImageRegistry registry, ImageReference target, CancellationToken cancellationToken)
    {
        var layers = Enumerable.Range(0, Layers).Select(number => BlobSource.OfBytes(Layer(number))).ToList();
        var digests = string.Join(',', layers.Select(layer => $"\"{layer.Digest}\""));
        var config = BlobSource.OfBytes(Encoding.UTF8.GetBytes($$$"""{"architecture":"amd64","os":"linux","config":{},"rootfs":{"type":"layers","diff_ids":[{{{digests}}}]},"history":[]}"""));
        foreach (var blob in layers.Append(config)) await registry.PutBlobAsync(target, blob, cancellationToken);
        await registry.PutManifestAsync(target, Manifest.Of(new ImageManifest
        {
            Config = new Descriptor { MediaType = MediaTypes.OciConfig, Digest = config.Digest, Size = config.Length },
            Layers = [.. layers.Select(layer => new Descriptor { MediaType = "application/vnd.oci.image.layer.v1.tar", Digest = layer.Digest, Size = layer.Length })],
        }), cancellationToken);
    }

    static byte[] Layer(int number)
    {
        var content = new byte[LayerMebibytes * 1024 * 1024];
        new Random(number).NextBytes(content);
        using var buffer = new MemoryStream();
        using (var tar = new TarWriter(buffer, leaveOpen: true))
            tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, FormattableString.Invariant($"layer{number}.bin")) { DataStream = new MemoryStream(content) });
        return buffer.ToArray();
    }
}
