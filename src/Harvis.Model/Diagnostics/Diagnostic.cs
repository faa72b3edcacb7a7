namespace Harvis.Model.Diagnostics;

/// <summary>A refusal or a warning, found before anything runs: a stable code, what is wrong, where, and what to do next.</summary>
/// <param name="Code">Its code; the page <c>docs/diagnostics/HRV####.md</c> explains it.</param>
/// <param name="Message">What is wrong, as one sentence; never holds a secret or a colour code.</param>
/// <param name="Remedy">What to do next, as one sentence; empty where the message says it.</param>
public sealed record Diagnostic(DiagnosticCode Code, string Message, string Remedy = "")
{
    /// <summary>Whether the run is refused; the default is <see cref="DiagnosticSeverity.Error"/>.</summary>
    public DiagnosticSeverity Severity { get; init; } = DiagnosticSeverity.Error;

    /// <summary>Where the mistake was made, if that is known.</summary>
    public SourceLocation? Location { get; init; }

    /// <summary>The diagnostic on one line, as it is printed: <c>HRV1001 build/Build.cs:31: message Remedy</c>.</summary>
    public override string ToString()
    {
        var place = Location is null ? "" : $" {Location}";
        var remedy = Remedy.Length == 0 ? "" : $" {Remedy}";
        return $"{Code}{place}: {Message}{remedy}";
    }
}
