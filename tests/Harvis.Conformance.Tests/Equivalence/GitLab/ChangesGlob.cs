using System.Text;
using System.Text.RegularExpressions;

namespace Harvis.Conformance.Tests.Equivalence.GitLab;

/// <summary>
/// A glob of <c>rules:changes</c>: Ruby's <c>File.fnmatch?</c> with FNM_PATHNAME, FNM_DOTMATCH and FNM_EXTGLOB. Only <c>**/</c> goes through
/// folders.
/// </summary>
/// <remarks>https://docs.ruby-lang.org/en/master/File.html#method-c-fnmatch.</remarks>
static class ChangesGlob
{
    public static bool Matches(string glob, string path) => Regex.IsMatch(path, ToRegex(glob), RegexOptions.CultureInvariant);

    static string ToRegex(string glob)
    {
        var regex = new StringBuilder("^");
        for (var i = 0; i < glob.Length; i++)
        {
            var startsPart = i == 0 || glob[i - 1] == '/';
            if (startsPart && glob.AsSpan(i).StartsWith("**/")) (i, _) = (i + 2, regex.Append("(?:[^/]+/)*"));
            else if (glob[i] == '*') regex.Append("[^/]*");
            else if (glob[i] == '?') regex.Append("[^/]");
            else if (glob[i] == '{') regex.Append("(?:");
            else if (glob[i] == '}') regex.Append(')');
            else if (glob[i] == ',') regex.Append('|');
            else regex.Append(Regex.Escape(glob[i].ToString()));
        }

        return regex.Append('$').ToString();
    }
}
