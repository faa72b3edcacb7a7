using System.Text.RegularExpressions;
using Harvis.Generation.GitHubActions.Documents;
using Harvis.Generation.Yaml;
using Harvis.Model.Diagnostics;

namespace Harvis.Generation.GitHubActions.Rules;

/// <summary>A failure fails, and an environment isn't changed whatever became of the jobs before.</summary>
static partial class FailureRules
{
    /// <summary>HRV2111.</summary>
    public static IEnumerable<Diagnostic> Check(DocumentView view) =>
    [
        .. view.Jobs.Where(job => Continues(job.Node)).Select(job => Finding($"{job.Where} may fail and the workflow succeeds all the same.", "Leave continue-on-error out; what may fail is a target with ProceedAfterFailure.")),
        .. view.Steps.Where(step => Continues(step.Node)).Select(step => Finding($"{step.Where} may fail and the job succeeds all the same.", "Leave continue-on-error out.")),
        .. view.Steps.Where(step => Ignored().IsMatch(Quoted().Replace(step.Run ?? "", "''"))).Select(step => Finding($"{step.Where}: the script ignores a failure.", "Leave \"|| true\" out; let curl --fail.")),
        .. view.Jobs.Where(IsUngated).Select(job => Finding($"{job.Where} changes an environment whatever became of the jobs before it.", "Let it need what must have succeeded.")),
    ];

    static bool Continues(YamlNode node) => YamlLookup.Find(node, "continue-on-error") is not (null or YamlTruth { Value: false });

    static bool IsUngated(JobView job) =>
        YamlLookup.Find(job.Node, "environment") is not null && YamlLookup.Text(job.Node, "if")?.Contains("always()", StringComparison.Ordinal) == true;

    static Diagnostic Finding(string message, string remedy) => new(GitHubCodes.IgnoredFailure, message, remedy);

    [GeneratedRegex(@"\|\|\s*(?:true|:|exit 0)(?:\s|$)|\bcurl\b(?![^\n]*\s(?:--fail\S*|-\w*f\w*))", RegexOptions.CultureInvariant)]
    private static partial Regex Ignored();

    // What stands in quotes is text, such as a target's name, unless another shell is to run it.
    [GeneratedRegex(@"\\'|(?<!-c\s*)'[^']*'", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();
}
