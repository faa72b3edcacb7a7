using Harvis.Engine.Reporting;
using Harvis.Engine.Running;

namespace Harvis.Engine.Hosts;

/// <summary>GitHub Actions: groups and annotations.</summary>
/// <remarks>
/// The runner obeys a line that begins with <c>::</c> after white space, and <c>##[</c> anywhere in a line, whoever wrote it. A zero-width
/// space keeps it from that: unlike <c>::stop-commands::</c> it has no state that a killed step could leave behind.
/// </remarks>
sealed class GitHubDialect(Ink ink) : LogDialect(ink)
{
    public override string Harmless(string line)
    {
        var harmless = line.Replace("##[", "##\u200B[", StringComparison.Ordinal);
        return harmless.AsSpan().TrimStart().StartsWith("::", StringComparison.Ordinal) ? "\u200B" + harmless : harmless;
    }

    public override void WriteLog(TextWriter output, NodeResult result, IEnumerable<string> log, DateTimeOffset started, DateTimeOffset ended)
    {
        using var lines = log.GetEnumerator();
        var folds = lines.MoveNext();
        // What failed stays open: a person is looking for it.
        var isGroup = folds && result.Satisfies;
        output.Write(isGroup ? $"::group::{Title(result)}\n" : $"{Title(result)}\n");
        for (; folds; folds = lines.MoveNext()) output.Write($"{lines.Current}\n");
        if (isGroup) output.Write("::endgroup::\n");
    }

    public override void Annotate(TextWriter output, NodeResult result, IReadOnlyList<string> warnings)
    {
        var (name, place) = (result.Node.Node.Name, result.Node.Node.Location);
        foreach (var warning in warnings) output.Write(GitHubCommand.Text("warning", name, place, warning) + "\n");
        if (result.Outcome != NodeOutcome.Failed) return;
        var reason = result.Reason.Length > 0 ? string.Join('\n', LogText.Lines(result.Reason)) : OutcomeWords.Of(result);
        output.Write(GitHubCommand.Text("error", name, place, reason) + "\n");
    }
}
