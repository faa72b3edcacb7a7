using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.RegularExpressions;

namespace Harvis.Model.Triggers;

/// <summary>
/// A pattern for branches, tags and paths: <c>*</c> stands for any characters but '/', <c>**</c> for any at all, everything else for itself.
/// Only what every CI system can hold is allowed: letters, digits, '-', '_', '.', '/', '+', '@', '#', ' ' and those two.
/// </summary>
public sealed record NamePattern : IParsable<NamePattern>
{
    const string Special = "-_./+@# ";

    NamePattern(string text) => Text = text;

    /// <summary>The pattern as written.</summary>
    public string Text { get; }

    /// <summary>Whether it is one name, without <c>*</c>.</summary>
    public bool IsExact => !Text.Contains('*', StringComparison.Ordinal);

    /// <summary>Reads several.</summary>
    /// <exception cref="FormatException">One of them isn't a pattern.</exception>
    public static IReadOnlyList<NamePattern> All(IReadOnlyList<string> texts) => [.. texts.Select(text => Parse(text))];

    /// <summary>Reads a pattern.</summary>
    /// <exception cref="FormatException">It is empty or holds another character.</exception>
    public static NamePattern Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var pattern) ? pattern : throw new FormatException(
            $"\"{s}\" isn't a pattern for branches, tags or paths: letters, digits, '{Special}', * for anything but '/', ** for anything.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out NamePattern result)
    {
        var valid = !string.IsNullOrEmpty(s) && !s.Contains("***", StringComparison.Ordinal) && s.Trim() == s
            && s.All(c => char.IsAsciiLetterOrDigit(c) || c == '*' || Special.Contains(c, StringComparison.Ordinal));
        result = valid ? new NamePattern(s!) : null;
        return valid;
    }

    /// <summary>Whether the pattern matches the whole name; case counts.</summary>
    public bool Matches(string name) => IsExact ? name == Text : Regex.IsMatch(name, ToRegex(), RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    /// <summary>The same as a regular expression that .NET, RE2 and JavaScript read alike, from <c>^</c> to <c>$</c>.</summary>
    public string ToRegex()
    {
        var text = new StringBuilder("^");
        for (var i = 0; i < Text.Length; i++)
        {
            if (Text[i] != '*') text.Append(Text[i] is '.' or '+' ? $"\\{Text[i]}" : Text[i].ToString());
            else if (i + 1 < Text.Length && Text[i + 1] == '*') (i, _) = (i + 1, text.Append(".*"));
            else text.Append("[^/]*");
        }

        return text.Append('$').ToString();
    }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
