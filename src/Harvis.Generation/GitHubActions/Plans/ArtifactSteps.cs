using Harvis.Generation.GitHubActions.Expressions;
using Harvis.Generation.GitHubActions.Steps;
using Harvis.Generation.Yaml;
using Harvis.Model.Ci;

namespace Harvis.Generation.GitHubActions.Plans;

/// <summary>Files that jobs hand to each other. They are where they were: paths are kept from the repository's root.</summary>
/// <param name="plan">The plan.</param>
/// <param name="options">How long files are kept.</param>
/// <param name="actions">The actions.</param>
sealed class ArtifactSteps(CiPlan plan, GitHubWorkflowOptions options, PinnedActions actions)
{
    // Matches no file. Its folder is the root, and an artifact's paths start at the folder that all its patterns share.
    const string Anchor = "*.harvis-root";

    // Ids of jobs have no '.': the files of one matrix can't be taken for those of another job.
    const char LegSeparator = '.';

    /// <summary>Takes what the job needs from others.</summary>
    public IEnumerable<WorkflowStep> Downloads(CiJob job) => job.Downloads.Select(download => download.Job).Distinct().Select(from => actions.Step("actions/download-artifact") with
    {
        If = job.Activations.All(activation => Demands(activation.Rule, from)) ? null : new Expression.Value(["needs", from, "result"]).Is("success"),
        Inputs = plan.Find(from) is { Legs.Count: > 0 } ? [("pattern", $"{from}{LegSeparator}*"), ("merge-multiple", true)] : [("name", from)],
    });

    /// <summary>Hands on what the job made.</summary>
    public IEnumerable<WorkflowStep> Uploads(CiJob job)
    {
        if (job.Uploads.Count == 0) yield break;
        yield return actions.Step("actions/upload-artifact") with
        {
            Inputs =
            [
                ("name", (job.Legs.Count == 0 ? job.Id : Template.Of($"{job.Id}{LegSeparator}", Expression.Of("strategy.job-index"))).ToString()),
                ("path", ((Template)string.Join('\n', [.. job.Uploads, Anchor])).ToString()),
                ("if-no-files-found", "error"),
                ("include-hidden-files", true),
                ("retention-days", options.ArtifactDays),
            ],
        };
    }

    static bool Demands(CiRule rule, string job) => rule switch
    {
        CiRule.Succeeded succeeded => succeeded.Job == job,
        CiRule.All all => all.Rules.Any(part => Demands(part, job)),
        CiRule.Any any => any.Rules.Count > 0 && any.Rules.All(part => Demands(part, job)),
        _ => false,
    };
}
