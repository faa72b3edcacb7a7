using Harvis.Engine.CommandLines;
using Harvis.Engine.Records;
using Harvis.Model.Diagnostics;

namespace Harvis.Engine.Commands;

/// <summary>Finds the run that <c>--continue</c> resumes: the last one, if it didn't end well.</summary>
static class Continuation
{
    /// <summary>Said where there is nothing to resume; the run then starts anew.</summary>
    public static Diagnostic Nothing { get; } = new(
        DiagnosticCodes.NothingToContinue,
        "There is no unfinished run to continue.",
        "Everything asked for runs as usual.") { Severity = DiagnosticSeverity.Warning };

    public static PreviousRun? Find(string root, CommandLine line)
    {
        var last = new RunFolders(Path.Combine(root, ".nuke", "temp", "runs")).Last();
        return last is null or { Succeeded: true } ? null : last;
    }
}
