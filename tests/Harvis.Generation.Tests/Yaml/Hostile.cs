using CsCheck;

namespace Harvis.Generation.Tests.Yaml;

/// <summary>Texts that a reader could take for something else, or stumble over. Half of a surrogate pair is no text and not among them.</summary>
static class Hostile
{
    static readonly string[] Known =
    [
        "", " ", "1.10", "null", "Null", "NULL", "~", "yes", "Yes", "NO", "on", "Off", "y", "N", "true", "FALSE", "1e3", "1E+3", "1_000", "0o17", "017", "01", "0x1F", "0b1",
        "12:30", "1:20:30", "190:20:30.15", "2024-01-01", "2001-12-14t21:59:43.10-05:00", ".5", "+1", "-1", "-", "--", ".", "..", ".inf", "-.INF", ".nan", "+.inf", "=", "<<",
        "- a", "? a", ": a", "a: b", "a:", "a :", ":", ":a", "#x", "a #b", "a#b", "!tag", "!!str a", "&a", "*a", "${{ x }}", "$(x)", "${x:-y}", "'", "\"", "''", "\\", "\\n", "@", "`",
        "{a}", "[a]", "{", "]", ",", "a, b", "|", ">", "|-", "%", "%YAML 1.2", "---", "...", "--- a", "😀", "a😀b", "\u0000", "\u0007", "\u001b[0m", "\u007f", "\u0085", "\u00a0", "\u00ad", "\u2028", "\u2029",
        "\ufeff", "a\ufeff", "\ufffe", "\ufffd", "\U0010ffff", " lead", "trail ", "a\nb", "a\nb\n", "a\n\n", "\n", "\na", "a\r\nb", "\r", "\ta", "a\tb", "a\t", "a\n b", "a\n\tb", " a\nb",
        "a \nb", "a\n\nb", "a\n# b\n", "a\n---\nb", "a\n...\n", "é\nb", "#!/bin/sh\nset -e\n", "key: |\n  a\n", "null\nnull", "1\n2",
    ];

    public static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    public static Gen<string> Texts { get; } = Gen.OneOf(
        OneOf(Known),
        Gen.Select(OneOf(Known), OneOf(" ", "\n", ": ", "", "\t", " #", "a"), OneOf(Known), (a, between, b) => a + between + b),
        Gen.String[Gen.Char[' ', '~'], 0, 12],
        Gen.String[OneOf('a', ':', ' ', '#', '\n', '-', '"', '\'', '\t', '1', '\r', 'ä'), 0, 10],
        Gen.String[Gen.OneOf(Gen.Char['\0', '\ud7ff'], Gen.Char['\ue000', '\uffff']), 0, 12],
        Gen.Int[0x10000, 0x10ffff].Select(char.ConvertFromUtf32));
}
