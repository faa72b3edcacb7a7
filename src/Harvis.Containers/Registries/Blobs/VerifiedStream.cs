using System.Security.Cryptography;
using Harvis.Containers.Registries.Errors;
using Harvis.Containers.Registries.Transport;
using Harvis.Model.Images;

namespace Harvis.Containers.Registries.Blobs;

/// <summary>A stream whose last read fails unless all that was read has the digest.</summary>
internal sealed class VerifiedStream(Stream inner, Digest digest, FailedRequest context) : ForwardStream
{
    readonly IncrementalHash _hash = IncrementalHash.CreateHash(digest.Algorithm == "sha512" ? HashAlgorithmName.SHA512 : HashAlgorithmName.SHA256);
    bool _verified;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        if (read > 0) _hash.AppendData(buffer.Span[..read]);
        else if (buffer.Length > 0 && !_verified) Verify();
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
            _hash.Dispose();
        }

        base.Dispose(disposing);
    }

    void Verify()
    {
        var actual = $"{digest.Algorithm}:{Convert.ToHexStringLower(_hash.GetCurrentHash())}";
        if (actual != digest.ToString()) throw context.WrongDigest(digest.ToString(), actual);
        _verified = true;
    }
}
