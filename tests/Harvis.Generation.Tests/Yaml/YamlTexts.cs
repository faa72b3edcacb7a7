using CsCheck;
using Harvis.Generation.Yaml;

namespace Harvis.Generation.Tests.Yaml;

/// <summary>Documents made of texts that YAML readers are known to take for something else, or to lose parts of.</summary>
static class YamlTexts
{
    static readonly string[] Traps =
    [
        "", " ", "  ", "1.10", "1.", ".5", "-.5e3", "1e3", "1E+3", "0o17", "017", "0x1F", "0b101", "1_000", "12:30", "12:30:45", "190:20:30.15", "+1", "-1", "01",
        "null", "Null", "NULL", "~", "yes", "Yes", "NO", "on", "Off", "y", "N", "true", "False", ".inf", "-.INF", ".NaN", "nan", "Infinity",
        "2024-01-01", "2024-1-1 10:00:00", "2001-12-14t21:59:43.10-05:00", "<<", "=", "- a", "-", "?", "? a", ":", ": a", "a: b", "a:", "a :b", "a:\tb",
        "#x", "a #b", "a# b", "a#b", "!tag", "!!int 1", "&a", "*a", "{a}", "[a]", "a, b", "a]", "a}", ",", "|", ">", "|-", "%YAML 1.2", "@a", "`a", "'", "\"", "it's", "say \"x\"",
        "\\", "a\\nb", "---", "...", "--- a", "a\n---\nb", "${{ github.sha }}", "$(id)", "$$", "C:\\temp", "http://a.example/?b=c#d",
        "😀", "a😀", "ä", "日本", "\u0001", "\u001b[0m", "\u007f", "\u0085", "\u00a0", "\u2028", "\u2029", "\ufeff", "\ufffe", "\uffff", "a\0b",
        " lead", "trail ", "\ttab", "tab\t", "a\tb", "a\nb", "a\nb\n", "a\n\n", "\n", "\n\n", "\na", "a\r\nb", "a\rb", "\r", "a\n b", " a\nb", "a \nb", "a\n\tb", "a\n\n\nb", "# a\nb", "- a\n- b", "a: 1\nb: 2\n", "é\nb",
    ];

    public static readonly Gen<string> Any = Gen.OneOf(
        Of(Traps),
        Gen.Select(Of(Traps), Of(" ", "\n", ":", "#", "", "\t", "'"), Of(Traps), (a, between, b) => a + between + b),
        Gen.String[Gen.Char[' ', '~'], 0, 12],
        Gen.String[Gen.Char['\0', '\ud7ff'], 0, 6],
        Gen.String[Of('a', ':', ' ', '#', '\n', '-', '"', '\'', '\t', '1', '\r', 'ä', '_', '.', 'e'), 0, 10]);

    public static readonly Gen<YamlMap> Document = Map(3);

    static Gen<T> Of<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    static Gen<YamlNode> Node(int depth)
    {
        var scalars = Gen.OneOf(
            Any.Select(text => (YamlNode)new YamlText(text)),
            Gen.Select(Any, Any, (text, comment) => (YamlNode)new YamlText(text) { Comment = comment }),
            Gen.Long.Select(number => (YamlNode)new YamlNumber(number)),
            Gen.Bool.Select(truth => (YamlNode)new YamlTruth(truth)));
        return depth == 0 ? scalars : Gen.OneOf(scalars, Node(depth - 1).List[0, 4].Select(items => (YamlNode)new YamlList(items)), Map(depth - 1).Select(map => (YamlNode)map));
    }

    static Gen<YamlMap> Map(int depth) =>
        Gen.Select(Any, Node(depth)).List[0, 4].Select(entries => new YamlMap([.. entries.DistinctBy(entry => entry.Item1)]));
}
