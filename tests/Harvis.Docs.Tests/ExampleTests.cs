using System.Text.RegularExpressions;
using Shouldly;

namespace Harvis.Docs.Tests;

/// <summary>Examples in the guide are those that are compiled.</summary>
public sealed partial class ExampleTests
{
    [Fact]
    public void EveryBlockOfCSharpIsARegionOfACompiledFile()
    {
        var wrong = new List<string>();
        var count = 0;
        foreach (var page in Repository.Files("docs/guide", ".md"))
        {
            foreach (Match block in Blocks().Matches(Repository.Read(page)))
            {
                count++;
                var from = From().Match(block.Groups["info"].Value);
                if (!from.Success) wrong.Add($"{page}: a block of C# doesn't say from where: write csharp from=File.cs#region.");
                else if (Region(from.Groups["file"].Value, from.Groups["region"].Value) is not { } region) wrong.Add($"{page}: {from.Value} doesn't exist.");
                else if (region != block.Groups["text"].Value) wrong.Add($"{page}: {from.Value} differs from what is compiled.");
            }
        }

        wrong.ShouldBeEmpty();
        count.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void EveryRegionIsShown()
    {
        var pages = string.Concat(Repository.Files("docs/guide", ".md").Select(Repository.Read));
        var regions = Repository.Files("docs/examples", ".cs")
            .SelectMany(file => Starts().Matches(Repository.Read(file)).Select(start => $"from={Path.GetFileName(file)}#{start.Groups["region"].Value}\n"));
        regions.Where(region => !pages.Contains(region, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    // The lines between the marks, moved left as far as the mark stands.
    static string? Region(string file, string region)
    {
        var path = $"docs/examples/{file}";
        if (!File.Exists(Path.Combine(Repository.Root, path))) return null;
        var lines = Repository.Read(path).Split('\n');
        var start = Array.FindIndex(lines, line => line.Trim() == $"// <{region}>");
        var end = Array.FindIndex(lines, line => line.Trim() == $"// </{region}>");
        if (start < 0 || end < start) return null;
        var indent = lines[start].Length - lines[start].TrimStart().Length;
        return string.Concat(lines[(start + 1)..end].Select(line => (line.Length > indent ? line[indent..] : line.TrimStart()) + "\n"));
    }

    [GeneratedRegex(@"^```csharp(?<info>[^\n]*)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Blocks();

    [GeneratedRegex(@"from=(?<file>[\w.]+)#(?<region>[\w-]+)")]
    private static partial Regex From();

    [GeneratedRegex(@"^\s*// <(?<region>[\w-]+)>\s*$", RegexOptions.Multiline)]
    private static partial Regex Starts();
}
