namespace Harvis.Conformance.Tests.Equivalence.GitLab.Conditions;

/// <summary>Reads a rule's <c>if</c>: comparisons bind tightest, then <c>&amp;&amp;</c>, then <c>||</c>.</summary>
sealed class Parser(IReadOnlyList<Token> tokens)
{
    static readonly string[][] Levels = [["||"], ["&&"], ["==", "!=", "=~", "!~"]];

    // GitLab refuses longer ones: Gitlab::Ci::Pipeline::Expression::Lexer::MAX_TOKENS.
    const int MostTokens = 100;

    int _at;

    /// <exception cref="FormatException">It isn't a condition that GitLab reads.</exception>
    public static Condition Parse(string text)
    {
        var tokens = Lexer.Split(text);
        if (tokens.Count - 1 > MostTokens) throw new FormatException($"GitLab reads at most {MostTokens} words, not {tokens.Count - 1}: {text}");
        var parser = new Parser(tokens);
        var condition = parser.Level(0);
        return tokens[parser._at].Kind == TokenKind.End ? condition : throw new FormatException($"\"{tokens[parser._at].Value}\" isn't expected in: {text}");
    }

    Condition Level(int level)
    {
        if (level == Levels.Length) return Primary();
        var left = Level(level + 1);
        while (tokens[_at].Kind == TokenKind.Sign && Levels[level].Contains(tokens[_at].Value)) left = new Condition.Binary(tokens[_at++].Value, left, Level(level + 1));
        return left;
    }

    Condition Primary()
    {
        var token = tokens[_at++];
        if (token is { Kind: TokenKind.Sign, Value: "(" })
        {
            var inner = Level(0);
            return tokens[_at++] is { Kind: TokenKind.Sign, Value: ")" } ? inner : throw new FormatException("A ')' is missing.");
        }

        return token.Kind switch
        {
            TokenKind.Variable => new Condition.Variable(token.Value),
            TokenKind.Text => new Condition.Text(token.Value),
            TokenKind.Pattern => new Condition.Pattern(token.Value),
            TokenKind.Null => new Condition.Text(null),
            _ => throw new FormatException($"\"{token.Value}\" isn't expected."),
        };
    }
}
