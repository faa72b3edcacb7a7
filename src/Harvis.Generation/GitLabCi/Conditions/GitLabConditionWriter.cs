using System.Globalization;
using System.Text;

namespace Harvis.Generation.GitLabCi.Conditions;

/// <summary>
/// Writes conditions for GitLab's reader: a text stands in <c>"…"</c> or <c>'…'</c>, which know no escapes; a pattern stands in <c>/…/</c>,
/// where only <c>\/</c> is taken away before RE2 reads it, and has at least two characters.
/// </summary>
static class GitLabConditionWriter
{
    public static string Write(GitLabCondition condition) => condition switch
    {
        GitLabCondition.Is equal => IsQuotable(equal.Text) ? $"${equal.Variable} == {Quoted(equal.Text)}" : $"${equal.Variable} =~ {Exactly(equal.Text)}",
        GitLabCondition.IsNot other => IsQuotable(other.Text) ? $"${other.Variable} != {Quoted(other.Text)}" : $"${other.Variable} !~ {Exactly(other.Text)}",
        GitLabCondition.IsSet set => $"${set.Variable}",
        GitLabCondition.IsMissing missing => $"${missing.Variable} == null",
        GitLabCondition.Matches match => $"${match.Variable} =~ {Pattern(match.Regex)}",
        GitLabCondition.All all => Joined(all.Conditions, "&&", inner => inner is GitLabCondition.Any),
        GitLabCondition.Any any => Joined(any.Conditions, "||", _ => false),
        _ => throw new InvalidOperationException($"There is no way to write a {condition.GetType().Name}."),
    };

    /// <summary>How many words GitLab's reader sees in a condition; it refuses more than 100.</summary>
    public static int Words(GitLabCondition condition) => condition switch
    {
        GitLabCondition.IsSet => 1,
        GitLabCondition.All all => all.Conditions.Sum(inner => Words(inner) + (inner is GitLabCondition.Any ? 2 : 0)) + all.Conditions.Count - 1,
        GitLabCondition.Any any => any.Conditions.Sum(Words) + any.Conditions.Count - 1,
        _ => 3,
    };

    static string Joined(IReadOnlyList<GitLabCondition> conditions, string word, Func<GitLabCondition, bool> needsParentheses) =>
        string.Join($" {word} ", conditions.Select(inner => needsParentheses(inner) ? $"({Write(inner)})" : Write(inner)));

    // A line break ends what the quotes of GitLab's reader can hold.
    static bool IsQuotable(string text) => !text.Contains('\n', StringComparison.Ordinal) && !(text.Contains('"', StringComparison.Ordinal) && text.Contains('\'', StringComparison.Ordinal));

    static string Quoted(string text) => text.Contains('"', StringComparison.Ordinal) ? $"'{text}'" : $"\"{text}\"";

    static string Exactly(string text)
    {
        var regex = new StringBuilder("^");
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) && rune.IsAscii) regex.Append((char)rune.Value);
            else regex.Append(CultureInfo.InvariantCulture, $"\\x{{{rune.Value:x}}}");
        }

        return $"/{regex.Append('$')}/";
    }

    // A '/' that is escaped already stays so; others would end the pattern.
    static string Pattern(string regex)
    {
        var text = new StringBuilder("/");
        for (var i = 0; i < regex.Length; i++)
        {
            if (regex[i] == '\\' && i + 1 < regex.Length) text.Append('\\').Append(regex[++i]);
            else if (regex[i] == '/') text.Append("\\/");
            else if (regex[i] is '\n' or '\r') text.Append(regex[i] == '\n' ? "\\n" : "\\r");
            else text.Append(regex[i]);
        }

        return text.Append('/').ToString();
    }
}
