using System.Text.RegularExpressions;

namespace Harvis.Conformance.Tests.Equivalence.GitLab.Conditions;

/// <summary>Splits a rule's <c>if</c> into words. Texts know no escapes; a pattern ends at a '/' that no '\' stands before.</summary>
/// <remarks>https://docs.gitlab.com/ci/jobs/job_rules/#cicd-variable-expressions.</remarks>
static partial class Lexer
{
    public static IReadOnlyList<Token> Split(string text)
    {
        var tokens = new List<Token>();
        var at = 0;
        while (at < text.Length)
        {
            var match = Word().Match(text, at);
            if (!match.Success || match.Index != at) throw new FormatException($"'{text[at]}' at {at} has no meaning in: {text}");
            at += match.Length;
            if (TokenOf(match) is { } token) tokens.Add(token);
        }

        return [.. tokens, new Token(TokenKind.End, "")];
    }

    static Token? TokenOf(Match match)
    {
        if (match.Groups["variable"] is { Success: true } variable) return new Token(TokenKind.Variable, variable.Value);
        if (match.Groups["text"] is { Success: true } text) return new Token(TokenKind.Text, text.Value[1..^1]);
        if (match.Groups["pattern"] is { Success: true } pattern) return new Token(TokenKind.Pattern, pattern.Value);
        if (match.Groups["sign"] is { Success: true } sign) return new Token(TokenKind.Sign, sign.Value);
        return match.Groups["null"].Success ? new Token(TokenKind.Null, "") : null;
    }

    [GeneratedRegex("""\s+|\$(?<variable>\w+)|(?<text>"[^"\n]*"|'[^'\n]*')|(?<pattern>/(?:\\.|[^/\n])+/[imsU]*)|(?<sign>==|!=|=~|!~|&&|\|\||\(|\))|(?<null>null\b)""")]
    private static partial Regex Word();
}
