using System.Globalization;
using System.Text;

namespace Harvis.Engine.Secrets;

/// <summary>A text percent-encoded, as UTF-8.</summary>
static class UrlForms
{
    const string Unreserved = "-._~"; // RFC 3986, section 2.3

    // What stays as it is, besides letters and digits: RFC 3986, whole URLs, one component (ECMAScript), paths, forms.
    static readonly string[] Kept = [Unreserved, Unreserved + ";/?:@&=+$,#!*'()", Unreserved + "!*'()", Unreserved + "/", "-._*", "-._"];

    static readonly string[] Digits = ["X2", "x2"];

    public static IEnumerable<string> Of(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        foreach (var digits in Digits)
        {
            yield return Encode(bytes, _ => false, digits, space: null);
            foreach (var kept in Kept)
            {
                bool Keep(char c) => char.IsAsciiLetterOrDigit(c) || kept.Contains(c, StringComparison.Ordinal);
                yield return Encode(bytes, Keep, digits, space: null);
                yield return Encode(bytes, Keep, digits, space: '+');
            }
        }
    }

    static string Encode(byte[] bytes, Func<char, bool> keep, string digits, char? space)
    {
        var encoded = new StringBuilder(bytes.Length * 3);
        foreach (var value in bytes)
        {
            var c = (char)value;
            if (c == ' ' && space is { } plus) encoded.Append(plus);
            else if (c < 128 && keep(c)) encoded.Append(c);
            else encoded.Append('%').Append(value.ToString(digits, CultureInfo.InvariantCulture));
        }

        return encoded.ToString();
    }
}
