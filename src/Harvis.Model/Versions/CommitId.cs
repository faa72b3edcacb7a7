using System.Diagnostics.CodeAnalysis;

namespace Harvis.Model.Versions;

/// <summary>The full name of a Git commit: 40 (SHA-1) or 64 (SHA-256) lower-case hexadecimal digits.</summary>
public readonly record struct CommitId : IParsable<CommitId>
{
    /// <summary>How many digits <see cref="Short"/> keeps.</summary>
    public const int ShortLength = 8;

    readonly string? _value;

    CommitId(string value) => _value = value;

    /// <summary>The first 8 digits, as tags carry them.</summary>
    public string Short => ToString() is { Length: > ShortLength } full ? full[..ShortLength] : ToString();

    /// <summary>Reads a full commit name.</summary>
    /// <exception cref="FormatException">It isn't one; abbreviated names are refused because they can become ambiguous.</exception>
    public static CommitId Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var commit) ? commit : throw new FormatException($"\"{s}\" isn't a full commit name of 40 or 64 hexadecimal digits.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out CommitId result)
    {
        var valid = s is { Length: 40 or 64 } && s.All(char.IsAsciiHexDigitLower);
        result = valid ? new CommitId(s!) : default;
        return valid;
    }

    /// <inheritdoc/>
    public override string ToString() => _value ?? "";
}
