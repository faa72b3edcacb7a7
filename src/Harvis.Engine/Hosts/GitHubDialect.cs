using Harvis.Engine.Reporting;
using Harvis.Engine.Running;

namespace Harvis.Engine.Hosts;

/// <summary>GitHub Actions: groups and annotations.</summary>
sealed class GitHubDialect(Ink ink) : LogDialect(ink)
{
    public override string Harmless(string line) => GitHubCommand.Disarm(line);

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
