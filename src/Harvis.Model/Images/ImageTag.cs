using System.Diagnostics.CodeAnalysis;

namespace Harvis.Model.Images;

/// <summary>
/// A tag: 1 to 128 of letters, digits, '_', '.', '-', not starting with '.' or '-'.
/// See https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests.
/// </summary>
public readonly record struct ImageTag : IParsable<ImageTag>
{
    /// <summary>The longest tag, in characters.</summary>
    public const int MaxLength = 128;

    readonly string? _value;

    ImageTag(string value) => _value = value;

    /// <summary>Reads a tag.</summary>
    /// <exception cref="FormatException">It isn't one; the message says what is allowed.</exception>
    public static ImageTag Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var tag)
            ? tag
            : throw new FormatException($"\"{s}\" isn't an image tag: 1 to 128 letters, digits, '_', '.' and '-', not starting with '.' or '-'.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ImageTag result)
    {
        var valid = s is { Length: > 0 and <= MaxLength } && s[0] is not ('.' or '-') && s.All(IsAllowed);
        result = valid ? new ImageTag(s!) : default;
        return valid;
    }

    /// <inheritdoc/>
    public override string ToString() => _value ?? "";

    static bool IsAllowed(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '-';
}
