using System.Text;
using System.Text.RegularExpressions;

namespace Harvis.Conformance.Tests.Equivalence.GitHub;

/// <summary>
/// A pattern of a filter for branches, tags or paths: <c>*</c> stops at '/', <c>**</c> doesn't, <c>?</c> and <c>+</c> repeat what stands
/// before, <c>[…]</c> is a set, <c>!</c> in front takes away.
/// </summary>
/// <remarks>https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#filter-pattern-cheat-sheet.</remarks>
static class FilterPattern
{
    /// <summary>Whether a list of patterns means the name: the last one that matches decides.</summary>
    public static bool MatchesAny(IReadOnlyList<string> patterns, string name)
    {
        var matches = false;
        foreach (var pattern in patterns)
        {
            var negative = pattern.StartsWith('!');
            if (Regex.IsMatch(name, ToRegex(negative ? pattern[1..] : pattern), RegexOptions.CultureInvariant)) matches = !negative;
        }

        return matches;
    }

    static string ToRegex(string pattern)
    {
        var regex = new StringBuilder("^");
        for (var i = 0; i < pattern.Length; i++)
        {
            var c = pattern[i];
            if (c == '*' && i + 1 < pattern.Length && pattern[i + 1] == '*') (i, _) = (i + 1, regex.Append(".*"));
            else if (c == '*') regex.Append("[^/]*");
            else if (c is '?' or '+' or '[' or ']') regex.Append(c);
            else if (c == '\\' && i + 1 < pattern.Length) regex.Append(Regex.Escape(pattern[++i].ToString()));
            else regex.Append(c == '-' ? "-" : Regex.Escape(c.ToString()));
        }

        return regex.Append('$').ToString();
    }
}
