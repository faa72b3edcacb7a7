using System.Text.RegularExpressions;

namespace Harvis.Engine.Tools.Inspection;

static class VersionText
{
    static readonly TimeSpan MatchTimeout = TimeSpan.FromSeconds(1);

    /// <summary>The version that a pattern's group <c>version</c> finds in a text, or null.</summary>
    public static Version? Read(string text, string pattern)
    {
        var match = Regex.Match(text, pattern, RegexOptions.CultureInvariant, MatchTimeout);
        return match.Success && Version.TryParse(match.Groups["version"].Value, out var version) ? version : null;
    }
}
