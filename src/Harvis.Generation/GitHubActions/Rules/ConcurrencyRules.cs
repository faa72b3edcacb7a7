using Harvis.Generation.GitHubActions.Documents;
using Harvis.Model.Diagnostics;

namespace Harvis.Generation.GitHubActions.Rules;

/// <summary>A new state of a pull request replaces the run for the old one.</summary>
static class ConcurrencyRules
{
    /// <summary>HRV2109.</summary>
    public static IEnumerable<Diagnostic> Check(DocumentView view)
    {
        if (YamlLookup.Find(view.Map, "concurrency") is null && view.Jobs.Any(job => YamlLookup.Find(job.Node, "concurrency") is null))
            yield return new Diagnostic(GitHubCodes.UnlimitedRuns, "Nothing limits how many runs of the workflow there are at a time (concurrency-limits).", "Give the workflow a concurrency group.");
    }
}
