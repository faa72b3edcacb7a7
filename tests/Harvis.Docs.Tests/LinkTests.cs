using System.Text.RegularExpressions;
using Shouldly;

namespace Harvis.Docs.Tests;

/// <summary>Links lead somewhere.</summary>
public sealed partial class LinkTests
{
    [Fact]
    public void EveryRelativeLinkLeadsToAFileAndAHeading()
    {
        var wrong = new List<string>();
        foreach (var page in Repository.Files(".", ".md"))
        {
            foreach (Match link in Links().Matches(WithoutCode(Repository.Read(page))))
            {
                var parts = link.Groups["to"].Value.Split('#');
                var to = parts[0].Length == 0 ? page : Path.Combine(Path.GetDirectoryName(page)!, parts[0]);
                var full = Path.GetFullPath(Path.Combine(Repository.Root, to));
                if (!Path.Exists(full)) wrong.Add($"{page}: {link.Groups["to"].Value}");
                else if (parts.Length > 1 && !Headings(File.ReadAllText(full)).Contains(parts[1])) wrong.Add($"{page}: {link.Groups["to"].Value} (no such heading)");
            }
        }

        wrong.ShouldBeEmpty();
    }

    static string WithoutCode(string text) => Code().Replace(text, "");

    // As GitHub makes anchors: lower case, spaces to dashes, no punctuation.
    static IEnumerable<string> Headings(string text) =>
        Heading().Matches(WithoutCode(text)).Select(match => NotInAnchors().Replace(match.Groups["title"].Value.Trim().ToLowerInvariant(), "").Replace(' ', '-'));

    [GeneratedRegex(@"\]\((?!\w+:)(?<to>[^)\s]+)\)")]
    private static partial Regex Links();

    [GeneratedRegex(@"^```.*?^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex(@"^#+ (?<title>[^\n]+)", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInAnchors();
}
