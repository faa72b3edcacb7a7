using System.Globalization;
using System.Text;

namespace Harvis.Engine.Secrets;

/// <summary>A text as JSON encoders write it inside a string.</summary>
static class JsonForms
{
    // .NET, Go and Python differ in what they write as \uXXXX, and in the case of its digits; PHP escapes the slash.
    static readonly Func<char, bool>[] AsUnicode =
    [
        _ => false,
        c => c > '~',
        c => "<>&".Contains(c, StringComparison.Ordinal) || c is '\u2028' or '\u2029',
        c => c > '~' || "<>&'+\"`".Contains(c, StringComparison.Ordinal),
        _ => true,
    ];

    static readonly string[] Digits = ["x4", "X4"];
    static readonly string[] Slashes = ["/", "\\/"];

    public static IEnumerable<string> Of(string text) =>
        from asUnicode in AsUnicode
        from digits in Digits
        from slash in Slashes
        select Escape(text, asUnicode, digits, slash);

    static string Escape(string text, Func<char, bool> asUnicode, string digits, string slash)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            if (asUnicode(c)) AppendUnicode(escaped, c, digits);
            else if (Short(c) is { } two) escaped.Append(two);
            else if (c == '/') escaped.Append(slash);
            else if (c < ' ') AppendUnicode(escaped, c, digits);
            else escaped.Append(c);
        }

        return escaped.ToString();
    }

    static void AppendUnicode(StringBuilder escaped, char c, string digits) =>
        escaped.Append("\\u").Append(((int)c).ToString(digits, CultureInfo.InvariantCulture));

    static string? Short(char c) => c switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        '\b' => "\\b",
        '\f' => "\\f",
        _ => null,
    };
}
