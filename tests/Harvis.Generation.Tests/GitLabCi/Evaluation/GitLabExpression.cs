using System.Text.RegularExpressions;

namespace Harvis.Generation.Tests.GitLabCi.Evaluation;

/// <summary>
/// Reads a rule's <c>if</c> as GitLab does: the same words, in the same order, by the same patterns (lib/gitlab/ci/pipeline/expression), at
/// most 100 of them.
/// </summary>
sealed class GitLabExpression
{
    static readonly (string Kind, Regex Word)[] Words =
    [
        ("(", new Regex(@"\G\(")), (")", new Regex(@"\G\)")), ("variable", new Regex(@"\G\$(?<v>\w+)")),
        ("text", new Regex("\\G(\"(?<v>.*?)\"|'(?<v>.*?)')")), ("pattern", new Regex(@"\G\/(?<v>([^\/]|\\/)+[^\\])\/[ismU]*")),
        ("null", new Regex(@"\Gnull")), ("==", new Regex(@"\G==")), ("=~", new Regex(@"\G=~")), ("!=", new Regex(@"\G!=")), ("!~", new Regex(@"\G!~")),
        ("&&", new Regex(@"\G&&")), ("||", new Regex(@"\G\|\|")),
    ];

    readonly List<(string Kind, string Value)> _words;
    int _next;

    GitLabExpression(List<(string, string)> words) => _words = words;

    public static bool Evaluate(string text, IReadOnlyDictionary<string, string> variables)
    {
        var expression = new GitLabExpression(Split(text));
        var value = expression.Or(variables);
        return expression._next == expression._words.Count ? value : throw new FormatException($"More than one expression: {text}");
    }

    static List<(string, string)> Split(string text)
    {
        var words = new List<(string, string)>();
        for (var at = 0; ;)
        {
            while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
            if (at == text.Length) return words;
            var (kind, match) = Words.Select(word => (word.Kind, word.Word.Match(text, at))).FirstOrDefault(pair => pair.Item2.Success);
            if (kind is null || words.Count == 100) throw new FormatException($"GitLab refuses: {text}");
            words.Add((kind, match.Groups["v"].Value));
            at += match.Length;
        }
    }

    bool Or(IReadOnlyDictionary<string, string> variables)
    {
        var value = And(variables);
        while (Take("||")) value = And(variables) || value;
        return value;
    }

    bool And(IReadOnlyDictionary<string, string> variables)
    {
        var value = Comparison(variables);
        while (Take("&&")) value = Comparison(variables) && value;
        return value;
    }

    bool Comparison(IReadOnlyDictionary<string, string> variables)
    {
        if (Take("("))
        {
            var inner = Or(variables);
            return Take(")") ? inner : throw new FormatException("A parenthesis isn't closed.");
        }

        var left = Operand(variables);
        if (Take("==")) return left == Operand(variables);
        if (Take("!=")) return left != Operand(variables);
        if (Take("=~")) return Matches(left);
        if (Take("!~")) return !Matches(left);
        return left is { Length: > 0 };
    }

    bool Matches(string? left)
    {
        var (kind, value) = _words[_next++];
        if (kind != "pattern") throw new FormatException("What follows =~ is no pattern.");
        // RE2's \x{…} is \u…; its $ is the end of the text only.
        var regex = Regex.Replace(value.Replace("\\/", "/", StringComparison.Ordinal), @"\\x\{(?<hex>[0-9a-f]+)\}", hex => string.Concat(char.ConvertFromUtf32(Convert.ToInt32(hex.Groups["hex"].Value, 16)).Select(c => $"\\u{(int)c:x4}")));
        return Regex.IsMatch(left ?? "", Regex.Replace(regex, @"(?<!\\)\$$", "\\z"));
    }

    string? Operand(IReadOnlyDictionary<string, string> variables)
    {
        var (kind, value) = _words[_next++];
        return kind switch
        {
            "variable" => variables.GetValueOrDefault(value),
            "text" => value,
            "null" => null,
            _ => throw new FormatException($"{kind} is no operand."),
        };
    }

    bool Take(string kind)
    {
        if (_next >= _words.Count || _words[_next].Kind != kind) return false;
        _next++;
        return true;
    }
}
