using System.Globalization;

namespace Harvis.Conformance.Tests.Equivalence.GitHub.Expressions;

/// <summary>Reads an expression: <c>!</c> binds tightest, then comparisons, then <c>&amp;&amp;</c>, then <c>||</c>.</summary>
sealed class Parser(IReadOnlyList<Token> tokens)
{
    static readonly string[][] Levels = [["||"], ["&&"], ["==", "!="], ["<", "<=", ">", ">="]];

    int _at;

    /// <summary>Reads what stands between <c>${{</c> and <c>}}</c>; a condition may stand without them.</summary>
    /// <exception cref="FormatException">It isn't an expression.</exception>
    public static Expression Parse(string text)
    {
        var trimmed = text.Trim();
        if (trimmed.StartsWith("${{", StringComparison.Ordinal) && trimmed.EndsWith("}}", StringComparison.Ordinal)) trimmed = trimmed[3..^2];
        var parser = new Parser(Lexer.Split(trimmed));
        var expression = parser.Binary(0);
        return parser.Peek.Kind == TokenKind.End ? expression : throw new FormatException($"\"{parser.Peek.Value}\" isn't expected in: {text}");
    }

    Token Peek => tokens[_at];

    Expression Binary(int level)
    {
        if (level == Levels.Length) return Unary();
        var left = Binary(level + 1);
        while (Peek.Kind == TokenKind.Sign && Levels[level].Contains(Peek.Value)) left = new Expression.Binary(tokens[_at++].Value, left, Binary(level + 1));
        return left;
    }

    Expression Unary() => Takes("!") ? new Expression.Not(Unary()) : Properties(Primary());

    Expression Properties(Expression of)
    {
        while (true)
        {
            if (Takes(".")) of = new Expression.Property(of, new Expression.Literal(Name()));
            else if (Takes("["))
            {
                of = new Expression.Property(of, Binary(0));
                Expect("]");
            }
            else return of;
        }
    }

    Expression Primary()
    {
        if (Takes("("))
        {
            var inner = Binary(0);
            Expect(")");
            return inner;
        }

        var token = tokens[_at++];
        return token.Kind switch
        {
            TokenKind.Text => new Expression.Literal(token.Value),
            TokenKind.Number => new Expression.Literal(Number(token.Value)),
            TokenKind.Name => Named(token.Value),
            _ => throw new FormatException($"\"{token.Value}\" isn't expected."),
        };
    }

    Expression Named(string name) => name switch
    {
        "true" => new Expression.Literal(true),
        "false" => new Expression.Literal(false),
        "null" => new Expression.Literal(null),
        _ when Takes("(") => new Expression.Call(name, Arguments()),
        _ => new Expression.Context(name),
    };

    List<Expression> Arguments()
    {
        var arguments = new List<Expression>();
        if (Takes(")")) return arguments;
        do arguments.Add(Binary(0)); while (Takes(","));
        Expect(")");
        return arguments;
    }

    string Name() => Peek.Kind == TokenKind.Name ? tokens[_at++].Value : throw new FormatException($"A name is expected, not \"{Peek.Value}\".");

    bool Takes(string sign)
    {
        if (Peek.Kind != TokenKind.Sign || Peek.Value != sign) return false;
        _at++;
        return true;
    }

    void Expect(string sign)
    {
        if (!Takes(sign)) throw new FormatException($"\"{sign}\" is expected, not \"{Peek.Value}\".");
    }

    static double Number(string text) => text.StartsWith("0x", StringComparison.Ordinal)
        ? Convert.ToInt32(text, 16)
        : double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
