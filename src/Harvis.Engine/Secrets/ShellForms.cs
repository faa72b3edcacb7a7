using System.Text;

namespace Harvis.Engine.Secrets;

/// <summary>A text as shells quote it: in single quotes, in double quotes, and with a backslash before what matters to them.</summary>
static class ShellForms
{
    const string InDoubleQuotes = "$`\"\\";
    const string KeptByPrintf = "-_./:=@%+,";

    public static IEnumerable<string> Of(string text)
    {
        yield return text.Replace("'", "'\\''", StringComparison.Ordinal);
        yield return text.Replace("'", "'\"'\"'", StringComparison.Ordinal);
        yield return Backslash(text, c => InDoubleQuotes.Contains(c, StringComparison.Ordinal));
        yield return Backslash(text, c => c < 128 && !char.IsAsciiLetterOrDigit(c) && !KeptByPrintf.Contains(c, StringComparison.Ordinal));
    }

    static string Backslash(string text, Func<char, bool> needsIt)
    {
        var quoted = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            if (needsIt(c)) quoted.Append('\\');
            quoted.Append(c);
        }

        return quoted.ToString();
    }
}
