using System.IO.Compression;
using System.Security.Cryptography;
using Harvis.Model.Images;

namespace Harvis.Containers.BaseImages;

/// <summary>A layer's compressed file.</summary>
/// <param name="File">Its path.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Digest">The digest of the compressed bytes, which names the blob.</param>
/// <param name="DiffId">The digest of the tar in it. See https://github.com/opencontainers/image-spec/blob/main/config.md#layer-diffid.</param>
sealed record BaseImageLayer(string File, long Bytes, Digest Digest, Digest DiffId)
{
    const int BufferBytes = 1024 * 1024;

    /// <summary>Compresses a tar. The header holds no name and no time, so equal tars give equal bytes (with one version of .NET).</summary>
    public static async Task<BaseImageLayer> CompressAsync(string tar, string file, CancellationToken cancellationToken)
    {
        using var plain = SHA256.Create();
        using var compressed = SHA256.Create();
        await using (var source = new FileStream(tar, FileMode.Open, FileAccess.Read, FileShare.Read, 0, FileOptions.SequentialScan | FileOptions.Asynchronous))
        await using (var target = new FileStream(file, FileMode.Create, FileAccess.Write))
        await using (var hashed = new CryptoStream(target, compressed, CryptoStreamMode.Write))
        await using (var gzip = new GZipStream(hashed, CompressionLevel.Optimal))
        await using (var tee = new CryptoStream(gzip, plain, CryptoStreamMode.Write))
            await source.CopyToAsync(tee, BufferBytes, cancellationToken);
        return new BaseImageLayer(file, new FileInfo(file).Length, Digest.OfSha256(compressed.Hash), Digest.OfSha256(plain.Hash));
    }
}
