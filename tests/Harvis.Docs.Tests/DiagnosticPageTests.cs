using System.Text.RegularExpressions;
using Shouldly;

namespace Harvis.Docs.Tests;

/// <summary>Every code that can be emitted has a page, and no page is about a code that can't.</summary>
public sealed partial class DiagnosticPageTests
{
    static readonly string[] Sections = ["## Example", "## Cause", "## Remedy"];

    [Fact]
    public void EveryCodeHasAPageAndEveryPageACode()
    {
        var pages = Pages().Select(page => Path.GetFileNameWithoutExtension(page)).ToList();
        var codes = Codes();
        codes.Except(pages).ShouldBeEmpty("codes without a page");
        pages.Except(codes).ShouldBeEmpty("pages without a code");
    }

    [Fact]
    public void EveryPageSaysWhatWhereAndWhatNext()
    {
        foreach (var page in Pages())
        {
            var text = Repository.Read(page);
            text.ShouldStartWith($"# {Path.GetFileNameWithoutExtension(page)}: ", customMessage: page);
            foreach (var section in Sections) text.ShouldContain(section, customMessage: page);
        }
    }

    [Fact]
    public void TheTableListsEveryPage()
    {
        var table = Repository.Read("docs/diagnostics/README.md");
        Pages().Select(page => $"({Path.GetFileName(page)})").Where(link => !table.Contains(link, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    static IEnumerable<string> Pages() => Repository.Files("docs/diagnostics", ".md").Where(page => !page.EndsWith("README.md", StringComparison.Ordinal));

    // A number of four digits in parentheses, in a file that makes codes: new(1001), Of(3001, …), (1201, "…").
    static List<string> Codes() =>
    [
        .. new[] { "src", "build" }
            .SelectMany(folder => Repository.Files(folder, ".cs"))
            .Select(Repository.Read)
            .Where(text => text.Contains("DiagnosticCode", StringComparison.Ordinal))
            .SelectMany(text => Numbers().Matches(text))
            .Select(match => $"HRV{match.Groups["number"].Value}")
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    [GeneratedRegex(@"\((?<number>[1-6]\d{3})[,)]")]
    private static partial Regex Numbers();
}
