using System.Text;

namespace Harvis.Conformance.Tests.Equivalence.GitHub.Expressions;

/// <summary>Splits an expression into words. See https://docs.github.com/actions/reference/workflows-and-actions/expressions.</summary>
sealed class Lexer(string text)
{
    static readonly string[] Signs = ["&&", "||", "==", "!=", "<=", ">=", "<", ">", "!", "(", ")", "[", "]", ".", ",", "*"];

    int _at;

    public static IReadOnlyList<Token> Split(string text)
    {
        var lexer = new Lexer(text);
        var tokens = new List<Token>();
        do tokens.Add(lexer.Next()); while (tokens[^1].Kind != TokenKind.End);
        return tokens;
    }

    Token Next()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at])) _at++;
        if (_at == text.Length) return new Token(TokenKind.End, "");
        if (text[_at] == '\'') return Text();
        if (char.IsAsciiDigit(text[_at]) || (text[_at] is '-' or '+' && _at + 1 < text.Length && char.IsAsciiDigit(text[_at + 1])))
            return While(TokenKind.Number, c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '+');
        if (char.IsAsciiLetter(text[_at]) || text[_at] == '_') return While(TokenKind.Name, c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');
        var sign = Signs.FirstOrDefault(sign => text.AsSpan(_at).StartsWith(sign)) ?? throw new FormatException($"'{text[_at]}' at {_at} has no meaning in: {text}");
        _at += sign.Length;
        return new Token(TokenKind.Sign, sign);
    }

    Token While(TokenKind kind, Func<char, bool> belongs)
    {
        var start = _at;
        while (_at < text.Length && belongs(text[_at])) _at++;
        return new Token(kind, text[start.._at]);
    }

    // Two quotes in a text are one.
    Token Text()
    {
        var value = new StringBuilder();
        for (_at++; _at < text.Length; _at++)
        {
            if (text[_at] != '\'') value.Append(text[_at]);
            else if (_at + 1 < text.Length && text[_at + 1] == '\'') value.Append(text[_at++]);
            else
            {
                _at++;
                return new Token(TokenKind.Text, value.ToString());
            }
        }

        throw new FormatException($"A text has no end in: {text}");
    }
}
