using Harvis.Generation.GitHubActions.Expressions;
using Harvis.Model.Triggers;

namespace Harvis.Generation.GitHubActions.Plans;

/// <summary>A pattern for names as an expression that holds for every name that matches.</summary>
/// <param name="Condition">The expression.</param>
/// <param name="IsExact">Whether it holds for no other name, but for case.</param>
/// <param name="Start">What matching names start with.</param>
/// <param name="End">What matching names end with.</param>
sealed record PatternExpression(Expression Condition, bool IsExact, string Start, string End)
{
    /// <summary>The expression of a pattern.</summary>
    public static PatternExpression Of(NamePattern pattern, Expression name)
    {
        if (pattern.IsExact) return new PatternExpression(name.Is(pattern.Text), true, pattern.Text, pattern.Text);
        var parts = pattern.Text.Replace("**", "\0", StringComparison.Ordinal).Replace('*', '\x1').Split('\0', '\x1');
        var staysInFolder = !pattern.Text.Contains("**", StringComparison.Ordinal);
        var (start, end) = (parts[0], parts[^1]);
        var condition = Expression.All(
        [
            Part("startsWith", name, start), .. parts[1..^1].Select(part => Part("contains", name, part)), Part("endsWith", name, end),
            staysInFolder && !pattern.Text.Contains('/', StringComparison.Ordinal) ? new Expression.Not(Expression.Calling("contains", name, new Expression.Text("/"))) : new Expression.Truth(true),
        ]);
        return new PatternExpression(condition, IsToldExactly(pattern, parts), start, end);
    }

    /// <summary>Whether no name matches both, whatever its case.</summary>
    public bool IsApart(NamePattern other)
    {
        var text = other.Text;
        var (start, end) = (text[..text.IndexOf('*', StringComparison.Ordinal)], text[(text.LastIndexOf('*') + 1)..]);
        return !(Starts(Start, start) || Starts(start, Start)) || !(Ends(End, end) || Ends(end, End));
    }

    // One wildcard only; "*" only where no '/' stands anywhere, as nothing can count them; and start and end must not overlap in a short name.
    static bool IsToldExactly(NamePattern pattern, string[] parts) =>
        ((parts.Length == 2 && !CanOverlap(parts[0], parts[1])) || (parts.Length == 3 && parts[0].Length == 0 && parts[2].Length == 0 && !HasSingle(pattern)))
        && (!HasSingle(pattern) || !pattern.Text.Contains('/', StringComparison.Ordinal));

    static bool HasSingle(NamePattern pattern) => pattern.Text.Replace("**", "", StringComparison.Ordinal).Contains('*', StringComparison.Ordinal);

    static bool CanOverlap(string start, string end) =>
        Enumerable.Range(1, Math.Min(start.Length, end.Length)).Any(count => Starts(end, start[^count..]));

    static Expression Part(string function, Expression name, string text) =>
        text.Length == 0 ? new Expression.Truth(true) : Expression.Calling(function, name, new Expression.Text(text));

    static bool Starts(string text, string start) => text.StartsWith(start, StringComparison.OrdinalIgnoreCase);

    static bool Ends(string text, string end) => text.EndsWith(end, StringComparison.OrdinalIgnoreCase);
}
