using System.Diagnostics.CodeAnalysis;

namespace Harvis.Model.Names;

/// <summary>
/// A DNS label: 1 to 63 of a–z, 0–9 and '-', not starting or ending with '-'. Namespaces, Services and compose services are named so.
/// See RFC 1123, section 2.1, and https://kubernetes.io/docs/concepts/overview/working-with-objects/names/.
/// </summary>
public readonly record struct DnsLabel : IParsable<DnsLabel>
{
    readonly string? _value;

    DnsLabel(string value) => _value = value;

    /// <summary>The longest label, in characters.</summary>
    public const int MaxLength = 63;

    /// <summary>Reads a label.</summary>
    /// <exception cref="FormatException">It isn't a DNS label; the message says why.</exception>
    public static DnsLabel Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var label)
            ? label
            : throw new FormatException($"\"{s}\" isn't a DNS label: 1 to 63 of a-z, 0-9 and '-', starting and ending with a letter or digit.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out DnsLabel result)
    {
        var valid = s is { Length: > 0 and <= MaxLength } && s[0] != '-' && s[^1] != '-' && s.All(IsAllowed);
        result = valid ? new DnsLabel(s!) : default;
        return valid;
    }

    /// <inheritdoc/>
    public override string ToString() => _value ?? "";

    /// <summary>Reads a label that a build writes as a literal.</summary>
    public static implicit operator DnsLabel(string value) => Parse(value);

    static bool IsAllowed(char c) => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-';
}
