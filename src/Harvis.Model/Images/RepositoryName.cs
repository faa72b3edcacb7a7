using System.Diagnostics.CodeAnalysis;

namespace Harvis.Model.Images;

/// <summary>
/// The name of a repository within a registry: <c>library/nginx</c>, <c>jarvis-backend</c>. Lower-case components joined by '/', at most 255 characters.
/// See https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests.
/// </summary>
public readonly record struct RepositoryName : IParsable<RepositoryName>
{
    /// <summary>The longest name, in characters.</summary>
    public const int MaxLength = 255;

    readonly string? _value;

    RepositoryName(string value) => _value = value;

    /// <summary>Reads a name.</summary>
    /// <exception cref="FormatException">It isn't one.</exception>
    public static RepositoryName Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var name)
            ? name
            : throw new FormatException($"\"{s}\" isn't a repository name: lower-case letters and digits, joined by '.', '_', '__' or '-', in parts separated by '/'.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out RepositoryName result)
    {
        var valid = s is { Length: > 0 and <= MaxLength } && s.Split('/').All(IsComponent);
        result = valid ? new RepositoryName(s!) : default;
        return valid;
    }

    /// <inheritdoc/>
    public override string ToString() => _value ?? "";

    /// <summary>Reads a name that a build writes as a literal.</summary>
    public static implicit operator RepositoryName(string value) => Parse(value);

    // [a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*
    static bool IsComponent(string part)
    {
        if (part.Length == 0 || !IsAlphanumeric(part[0]) || !IsAlphanumeric(part[^1])) return false;
        for (var i = 1; i < part.Length; i++)
        {
            if (IsAlphanumeric(part[i]) || part[i] == '-') continue;
            if (part[i] is not ('.' or '_')) return false;
            var start = i;
            while (part[i + 1] is '.' or '_' or '-') i++;
            var separator = part[start..(i + 1)];
            if (separator is not ("." or "_" or "__")) return false;
        }

        return !part.Contains("-.", StringComparison.Ordinal) && !part.Contains("-_", StringComparison.Ordinal);
    }

    static bool IsAlphanumeric(char c) => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c);
}
