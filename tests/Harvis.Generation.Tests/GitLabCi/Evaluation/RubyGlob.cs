using System.Text;
using System.Text.RegularExpressions;

namespace Harvis.Generation.Tests.GitLabCi.Evaluation;

/// <summary><c>File.fnmatch?</c> with FNM_PATHNAME, FNM_DOTMATCH and FNM_EXTGLOB, as far as globs without braces and brackets go.</summary>
static class RubyGlob
{
    public static bool Matches(string glob, string path)
    {
        var regex = new StringBuilder("^");
        for (var i = 0; i < glob.Length; i++)
        {
            var startsPart = i == 0 || glob[i - 1] == '/';
            if (startsPart && string.CompareOrdinal(glob, i, "**/", 0, 3) == 0) (i, _) = (i + 2, regex.Append("([^/]+/)*"));
            else if (glob[i] == '*') regex.Append("[^/]*");
            else regex.Append(Regex.Escape(glob[i].ToString()));
        }

        return Regex.IsMatch(path, regex.Append("\\z").ToString());
    }
}
