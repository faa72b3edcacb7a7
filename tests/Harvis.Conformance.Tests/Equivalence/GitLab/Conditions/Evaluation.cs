using System.Text.RegularExpressions;

namespace Harvis.Conformance.Tests.Equivalence.GitLab.Conditions;

/// <summary>Whether a rule's <c>if</c> holds for these variables; one that is missing is <c>null</c>.</summary>
sealed partial class Evaluation(IReadOnlyDictionary<string, string> variables)
{
    public bool Holds(string text) => IsTrue(Of(Parser.Parse(text)));

    // A text, null, or a truth value.
    object? Of(Condition condition) => condition switch
    {
        Condition.Variable variable => variables.GetValueOrDefault(variable.Name),
        Condition.Text text => text.Value,
        Condition.Pattern pattern => pattern.Value,
        Condition.Binary { Sign: "&&" } both => IsTrue(Of(both.Left)) && IsTrue(Of(both.Right)),
        Condition.Binary { Sign: "||" } one => IsTrue(Of(one.Left)) || IsTrue(Of(one.Right)),
        Condition.Binary { Sign: "==" } same => Equals(Of(same.Left), Of(same.Right)),
        Condition.Binary { Sign: "!=" } other => !Equals(Of(other.Left), Of(other.Right)),
        Condition.Binary { Sign: "=~" } match => Matches(match),
        Condition.Binary { Sign: "!~" } match => !Matches(match),
        _ => throw new InvalidOperationException($"There is no way to evaluate a {condition.GetType().Name}."),
    };

    // A pattern may come from a variable; a missing text is an empty one.
    bool Matches(Condition.Binary match)
    {
        if (Slashes().Match(Of(match.Right) as string ?? "") is not { Success: true } pattern) throw new FormatException("What stands right of =~ isn't a pattern.");
        var options = RegexOptions.CultureInvariant | (pattern.Groups["flags"].Value.Contains('i', StringComparison.Ordinal) ? RegexOptions.IgnoreCase : RegexOptions.None);
        return Regex.IsMatch(Of(match.Left) as string ?? "", Braces().Replace(pattern.Groups["regex"].Value, HexOf).Replace("\\/", "/", StringComparison.Ordinal), options);
    }

    // RE2's \x{…} in .NET's words.
    static string HexOf(Match match) => Regex.Escape(char.ConvertFromUtf32(Convert.ToInt32(match.Groups[1].Value, 16)));

    static bool IsTrue(object? value) => value switch
    {
        bool truth => truth,
        string text => text.Length > 0,
        _ => false,
    };

    [GeneratedRegex(@"^/(?<regex>.+)/(?<flags>[imsU]*)$")]
    private static partial Regex Slashes();

    [GeneratedRegex(@"\\x\{([0-9a-f]+)\}")]
    private static partial Regex Braces();
}
