using System.Reflection;
using Harvis.Model.Diagnostics;
using Shouldly;

namespace Harvis.Model.Tests.Diagnostics;

public sealed class DiagnosticTests
{
    static readonly Diagnostic Full = new(new DiagnosticCode(1001), "There is no target \"Biuld\".", "Did you mean \"Build\"?") { Location = new SourceLocation("build/Build.cs", 31) };

    [Fact]
    public void ToString_Diagnostic_SaysCodePlaceMessageRemedy()
    {
        Full.ToString().ShouldBe("HRV1001 build/Build.cs:31: There is no target \"Biuld\". Did you mean \"Build\"?");
        (Full with { Location = new SourceLocation("build/Build.cs") }).ToString().ShouldBe("HRV1001 build/Build.cs: There is no target \"Biuld\". Did you mean \"Build\"?");
        (Full with { Location = null }).ToString().ShouldBe("HRV1001: There is no target \"Biuld\". Did you mean \"Build\"?");
        (Full with { Location = null, Remedy = "" }).ToString().ShouldBe("HRV1001: There is no target \"Biuld\".");
    }

    [Fact]
    public void Severity_NotSaid_RefusesTheRun() => Full.Severity.ShouldBe(DiagnosticSeverity.Error);

    [Fact]
    public void Exception_OfOne_KeepsItAndItsCause()
    {
        var cause = new IOException("x");
        var thrown = new DiagnosticException(Full, cause);

        thrown.Message.ShouldBe(Full.ToString());
        thrown.Diagnostics.ShouldBe([Full]);
        thrown.InnerException.ShouldBeSameAs(cause);
        thrown.IsTransient.ShouldBeFalse("A refusal stays one.");
    }

    [Fact]
    public void Exception_OfSeveral_SaysEachOnItsLine()
    {
        var other = new Diagnostic(new DiagnosticCode(1002), "Another.");

        new DiagnosticException([Full, other]).Message.ReplaceLineEndings("\n").ShouldBe($"{Full}\n{other}");
        new DiagnosticException([Full, other]).Diagnostics.ShouldBe([Full, other]);
    }

    [Fact]
    public void Codes_OfTheEngine_AreDistinctAndOfTheFirstThousand()
    {
        var codes = typeof(DiagnosticCodes).GetProperties(BindingFlags.Public | BindingFlags.Static).Select(property => (DiagnosticCode)property.GetValue(null)!).ToList();

        codes.Count.ShouldBeGreaterThan(20);
        codes.Distinct().Count().ShouldBe(codes.Count);
        codes.ShouldAllBe(code => code.Number >= 1000 && code.Number <= 1999);
    }
}
