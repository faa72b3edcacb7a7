using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Harvis.Model.Images;

/// <summary>
/// The digest of a blob or manifest, <c>sha256:</c> or <c>sha512:</c> and lower-case hexadecimal.
/// See https://github.com/opencontainers/image-spec/blob/main/descriptor.md#digests.
/// </summary>
public readonly record struct Digest : IParsable<Digest>
{
    static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    readonly string? _value;

    Digest(string value) => _value = value;

    /// <summary>The algorithm, <c>sha256</c> or <c>sha512</c>.</summary>
    public string Algorithm => ToString().Split(':')[0];

    /// <summary>The hexadecimal part.</summary>
    public string Hex => ToString()[(ToString().IndexOf(':', StringComparison.Ordinal) + 1)..];

    /// <summary>The sha256 digest of some bytes.</summary>
    public static Digest OfBytes(ReadOnlySpan<byte> content) => OfSha256(SHA256.HashData(content));

    /// <summary>The digest with a sha256 hash that was computed already.</summary>
    /// <param name="hash">32 bytes.</param>
    public static Digest OfSha256(ReadOnlySpan<byte> hash)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(hash.Length, SHA256.HashSizeInBytes, nameof(hash));
        return new Digest($"sha256:{Convert.ToHexStringLower(hash)}");
    }

    /// <summary>Reads a digest.</summary>
    /// <exception cref="FormatException">It isn't one.</exception>
    public static Digest Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var digest) ? digest : throw new FormatException($"\"{s}\" isn't a digest such as sha256: and 64 hexadecimal digits.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Digest result)
    {
        var valid = s is not null && (HasHex(s, "sha256:", 64) || HasHex(s, "sha512:", 128));
        result = valid ? new Digest(s!) : default;
        return valid;
    }

    /// <inheritdoc/>
    public override string ToString() => _value ?? "";

    static bool HasHex(string text, string prefix, int digits) =>
        text.Length == prefix.Length + digits
        && text.StartsWith(prefix, StringComparison.Ordinal)
        && text.AsSpan(prefix.Length).IndexOfAnyExcept(HexDigits) < 0;
}
