namespace Harvis.Model.Diagnostics;

/// <summary>Carries diagnostics out of a place that can't return them (a constructor, a parser, an effect).</summary>
/// <remarks>What is known before a run is returned as values; this is for what only shows when something is tried.</remarks>
public class DiagnosticException : Exception
{
    /// <summary>Wraps one diagnostic.</summary>
    public DiagnosticException(Diagnostic diagnostic, Exception? innerException = null)
        : base(diagnostic.ToString(), innerException) => Diagnostics = [diagnostic];

    /// <summary>Wraps several diagnostics.</summary>
    public DiagnosticException(IReadOnlyList<Diagnostic> diagnostics)
        : base(string.Join(Environment.NewLine, diagnostics)) => Diagnostics = diagnostics;

    /// <summary>
    /// Whether the same thing may succeed a moment later, so that trying again is worth it. The default is false: a refusal stays one, and
    /// a run in which nothing else went wrong ends with exit code 2.
    /// </summary>
    public bool IsTransient { get; init; }

    /// <summary>
    /// Whether a target found this out by doing its work, which trying again doesn't change: files that drifted, another system's pipeline
    /// that failed. The default is false; the run ends with exit code 1, as after any failure.
    /// </summary>
    public bool IsFinding { get; init; }

    /// <summary>What was found, at least one.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }
}
