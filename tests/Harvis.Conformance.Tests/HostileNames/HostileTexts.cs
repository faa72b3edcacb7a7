namespace Harvis.Conformance.Tests.HostileNames;

/// <summary>What branches, authors, commit messages, files and targets may be called, by people who mean no harm and by others.</summary>
static class HostileTexts
{
    public static IReadOnlyList<string> All { get; } =
    [
        "", " ", " both ", "it's", "\"quoted\"", "a\"b'c`d", "line\nbreak", "line\r\nbreak", "tab\there", "\ttab first", "end\n", "\nstart", "two\n\nbreaks\n",
        "${{ github.token }}", "${{secrets.A}}", "}}", "{{", "$(id)", "`id`", "; rm -rf /", "&& id", "| id", "> file", "$HOME", "${HOME}", "%PATH%", "!", "!tag", "!!int 1", "& a", "&anchor", "*alias",
        "yes", "no", "on", "off", "y", "N", "true", "False", "null", "~", "Null", "1e3", "007", "0o17", "0x1F", "0b11", "1_000", "1.10", "1.", ".5", ".inf", "-.inf", ".nan", "+1", "-1", "12:30", "1:2:3",
        "2024-01-01", "2024-01-01T00:00:00Z", "- item", "-", "--", "---", "...", "key: value", "a:", ": a", "?", "? key", "# comment", "a #b", "[a, b]", "{a: b}", "a, b", "@at", "`tick", "%YAML 1.1", "<<", "=",
        "emoji 🚀", "ümläut", "日本語", "\u00a0", "\u2028", "\ufeffmark", "\u0007bell", "\u001b[31mred", "\u0085next", "back\\slash", "\\n", "C:\\Users\\x", "a\\", "'", "''", "\"", "very " + new string('x', 300) + " long",
    ];
}
