using Harvis.Engine.Running;
using Harvis.Model.Diagnostics;

namespace Harvis.Engine.Tests.Commands;

/// <summary>What a command line came to.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">What it printed.</param>
/// <param name="Diagnostics">What it said was wrong.</param>
/// <param name="Summary">What was run; null where nothing was.</param>
/// <param name="Log">What targets logged, in order.</param>
/// <param name="Parallelism">The bound that the run got; 0 where nothing was run.</param>
sealed record CommandEnd(
    int ExitCode, string Output, IReadOnlyList<Diagnostic> Diagnostics, RunSummary? Summary, IReadOnlyList<string> Log, int Parallelism)
{
    /// <summary>The only diagnostic, as it is printed on one line.</summary>
    public string Diagnostic => Diagnostics.Count == 1 ? Diagnostics[0].ToString() : string.Join('\n', Diagnostics);

    /// <summary>How each node ended: <c>Build Succeeded</c>.</summary>
    public IReadOnlyList<string> Outcomes => [.. Summary?.Results.Select(result => $"{result.Node} {result.Outcome}") ?? []];

    public NodeResult Result(string node) => Summary!.Results.Single(result => result.Node.Node.Name == node);
}
