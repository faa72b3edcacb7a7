using System.Diagnostics.CodeAnalysis;

namespace Harvis.Model.Images;

/// <summary>
/// What an image runs on: <c>linux/amd64</c>, <c>linux/arm64</c>, <c>linux/arm/v7</c>.
/// See https://github.com/opencontainers/image-spec/blob/main/image-index.md#image-index-property-descriptions.
/// </summary>
/// <param name="Os">Operating system as Go names it.</param>
/// <param name="Architecture">Architecture as Go names it.</param>
/// <param name="Variant">CPU variant, or null.</param>
public sealed record Platform(string Os, string Architecture, string? Variant = null) : IParsable<Platform>
{
    /// <summary><c>linux/amd64</c>, the default of every image and node.</summary>
    public static Platform LinuxAmd64 { get; } = new("linux", "amd64");

    /// <summary><c>linux/arm64</c>.</summary>
    public static Platform LinuxArm64 { get; } = new("linux", "arm64");

    /// <summary>Reads a platform.</summary>
    /// <exception cref="FormatException">It isn't <c>os/architecture</c> with an optional <c>/variant</c>.</exception>
    public static Platform Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var platform) ? platform : throw new FormatException($"\"{s}\" isn't a platform such as linux/amd64.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out Platform result)
    {
        var parts = s?.Split('/') ?? [];
        var valid = parts.Length is 2 or 3 && parts.All(part => part.Length > 0 && part.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)));
        result = valid ? new Platform(parts[0], parts[1], parts.Length == 3 ? parts[2] : null) : null;
        return valid;
    }

    /// <inheritdoc/>
    public override string ToString() => Variant is null ? $"{Os}/{Architecture}" : $"{Os}/{Architecture}/{Variant}";
}
