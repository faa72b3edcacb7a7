using Harvis.Engine.Hosts;
using Harvis.Engine.Reporting;
using Harvis.Engine.Tests.Hosts;
using Harvis.Model.Diagnostics;
using Xunit;

namespace Harvis.Engine.Tests.Reporting;

public sealed class DiagnosticPrinterTests
{
    static readonly Diagnostic[] Diagnostics =
    [
        new(new DiagnosticCode(3007), "Image policy 'semver >=1.0.0' of environment 'prod' can select none of the tags that this pipeline pushes for 'jarvis-backend' (build-<id>, staging-<sha>).",
            "Add Trigger.Tag(\"v*\") to Tag, or let 'prod' follow ImagePolicy.NewestBuildOf(\"staging\").") { Location = new SourceLocation("build/HarvisAi.cs", 24) },
        new(new DiagnosticCode(1003), "These targets wait for each other in a circle:\n  A -> B\n  B -> A\n::error::forged ##[error]"),
        new(new DiagnosticCode(1111), "Secret \"PIN\" is 100% too short.") { Severity = DiagnosticSeverity.Warning },
    ];

    [Theory]
    [InlineData(HostKind.Terminal, true, 80)]
    [InlineData(HostKind.Plain, false, 40)]
    [InlineData(HostKind.GitHubActions, false, 120)]
    public void Print_ErrorsAndWarnings_AreAsGolden(HostKind kind, bool colour, int width)
    {
        var console = new StringConsole { Width = width };
        new DiagnosticPrinter(console, new Host(kind, colour)).Print(Diagnostics);
        Golden.Match($"Diagnostics-{kind}", console.WrittenError);
    }
}
