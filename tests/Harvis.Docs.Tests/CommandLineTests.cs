using System.Text.RegularExpressions;
using Shouldly;

namespace Harvis.Docs.Tests;

/// <summary>The README's table of options is the engine's.</summary>
public sealed partial class CommandLineTests
{
    [Fact]
    public void TheReadmeListsEveryOptionInHelpsOrder()
    {
        var options = Declared().Matches(Repository.Read("src/Harvis.Engine/CommandLines/EngineOption.cs")).Select(Usage).ToList();
        var rows = Row().Matches(Repository.Read("README.md")).Select(row => row.Groups["option"].Value).ToList();
        options.ShouldNotBeEmpty();
        rows.ShouldBe(options);
    }

    static string Usage(Match option) => option.Groups["value"] is { Success: true, Value: var value } ? $"{option.Groups["name"].Value} {value}" : option.Groups["name"].Value;

    [GeneratedRegex("""new\("(?<name>--[\w-]+)", (?:null|"(?<value>[^"]+)"),""")]
    private static partial Regex Declared();

    [GeneratedRegex(@"^\| `(?<option>--[^`]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
