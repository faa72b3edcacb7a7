using System.Diagnostics.CodeAnalysis;

namespace Harvis.Generation.GitLabCi.Conditions;

/// <summary>The name of a CI/CD variable: letters, digits and '_', not starting with a digit. See https://docs.gitlab.com/ci/variables/.</summary>
public readonly record struct GitLabVariableName : IParsable<GitLabVariableName>
{
    readonly string? _value;

    GitLabVariableName(string value) => _value = value;

    /// <summary>Reads a name.</summary>
    /// <exception cref="FormatException">It isn't one.</exception>
    public static GitLabVariableName Parse(string s, IFormatProvider? provider = null) => TryParse(s, provider, out var name)
        ? name
        : throw new FormatException($"\"{s}\" isn't the name of a CI/CD variable: letters, digits and '_', not starting with a digit.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out GitLabVariableName result)
    {
        var valid = !string.IsNullOrEmpty(s) && !char.IsAsciiDigit(s[0]) && s.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
        result = valid ? new GitLabVariableName(s!) : default;
        return valid;
    }

    /// <summary>Reads a name that a build writes as a literal.</summary>
    public static implicit operator GitLabVariableName(string value) => Parse(value);

    /// <inheritdoc/>
    public override string ToString() => _value ?? "";
}
