using System.Text.RegularExpressions;
using Harvis.Model.Versions;

namespace Harvis.Generation.GitHubActions.Pins;

/// <summary>A line of the pin file as people, Renovate and Dependabot write it: <c>- uses: owner/name@commit # v1.2.3</c>.</summary>
static partial class ActionPinLine
{
    /// <summary>The pin in a line, or null where the line has no <c>uses</c>.</summary>
    /// <exception cref="FormatException">It has, but not of an action by its full commit with the version behind it.</exception>
    public static ActionPin? Read(string line)
    {
        var uses = Uses().Match(line);
        if (!uses.Success) return null;
        var value = uses.Groups["value"].Value;
        var at = value.IndexOf('@', StringComparison.Ordinal);
        if (at < 0) throw new FormatException($"\"{value}\" names no commit.");
        if (!uses.Groups["version"].Success) throw new FormatException($"\"{value}\" has no version behind it, as a comment.");
        return new ActionPin(ActionReference.Parse(value[..at]), CommitId.Parse(value[(at + 1)..]), uses.Groups["version"].Value);
    }

    // Renovate also writes "tag=v1" and "@v1": https://docs.renovatebot.com/modules/manager/github-actions/.
    [GeneratedRegex("""^\s*(?:-\s+)?uses:\s*["']?(?<value>[^\s"'#]+)["']?(?:\s+#\s*(?:tag=|@)?(?<version>\S+).*)?\s*$""", RegexOptions.CultureInvariant)]
    private static partial Regex Uses();
}
