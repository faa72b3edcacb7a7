using Harvis.Generation.GitLabCi.Conditions;
using Harvis.Generation.GitLabCi.Syntax;
using Harvis.Model.Ci;
using Harvis.Model.Diagnostics;
using Harvis.Model.Triggers;

namespace Harvis.Generation.GitLabCi;

/// <summary>When jobs are in a pipeline and how they start.</summary>
sealed class GitLabActivations(CiPlan plan, GitLabStarts starts, GitLabPipelineOptions options)
{
    readonly GitLabEvents _events = new(options.StartedFromOutside);
    readonly Dictionary<string, CiJob> _jobs = plan.Jobs.ToDictionary(job => job.Id, StringComparer.Ordinal);
    readonly HashSet<string> _stopJobs = options.Environments.Values.Select(environment => environment.StopJob).OfType<string>().ToHashSet(StringComparer.Ordinal);

    /// <summary>The events that make a pipeline.</summary>
    public IReadOnlyList<GitLabRule> OfPipeline() =>
        Distinct(plan.Jobs.SelectMany(job => job.Activations).SelectMany(activation => activation.Triggers).SelectMany(_events.Of));

    /// <summary>The rules of a job, one for each event that starts it.</summary>
    public IReadOnlyList<GitLabRule> Of(CiJob job, ICollection<Diagnostic> diagnostics)
    {
        // An event that asks for the job itself comes before one that only triggers it: the first rule decides.
        var entries = starts.Of(job).OrderBy(entry => entry.Activation.IsTriggered);
        var rules = entries.SelectMany(entry => _events.Of(entry.Trigger).Select(rule => With(rule, job, entry))).ToList();
        if (IsApproved(job) && starts.Of(job).Any(start => start.Start != GitLabStart.AfterSuccess)) diagnostics.Add(AfterFailure(job));
        return Distinct(rules);
    }

    /// <summary>Whether the job only stops an environment.</summary>
    public bool IsStop(CiJob job) => _stopJobs.Contains(job.Id);

    GitLabRule With(GitLabRule rule, CiJob job, GitLabEntry entry) => entry.Start switch
    {
        _ when IsStop(job) => rule with { When = GitLabWhen.Manual, AllowFailure = GitLabAllowFailure.Yes },
        GitLabStart.Whatever => rule with { When = GitLabWhen.Always },
        GitLabStart.Decided => rule with { When = GitLabWhen.Always, Variables = Deciding(entry.Activation) },
        _ when IsApproved(job) && !IsApprovedBefore(job, entry.Trigger) => rule with { When = GitLabWhen.Manual, AllowFailure = GitLabAllowFailure.No },
        _ => rule,
    };

    // What the build must know to decide: https://docs.gitlab.com/ci/yaml/#rulesvariables.
    IReadOnlyList<GitLabVariable> Deciding(CiActivation activation) =>
    [
        .. starts.Asked(activation) is { Count: > 0 } asked ? [new GitLabVariable(GitLabVariables.TakesOver.ToString(), string.Join(',', asked))] : Array.Empty<GitLabVariable>(),
        .. activation.IsTriggered ? [new GitLabVariable(GitLabVariables.OnlyTriggered.ToString(), "true")] : Array.Empty<GitLabVariable>(),
    ];

    static bool IsApproved(CiJob job) => job.Environment is { RequiresApproval: true };

    // Who has approved a delivery isn't asked again for what follows it in the same environment.
    bool IsApprovedBefore(CiJob job, Trigger trigger)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(job.Needs);
        while (open.TryPop(out var id))
        {
            if (!seen.Add(id) || !starts.IsCertain(id, trigger)) continue;
            if (_jobs[id].Environment?.Name == job.Environment!.Name) return true;
            foreach (var need in _jobs[id].Needs) open.Push(need);
        }

        return false;
    }

    static IReadOnlyList<GitLabRule> Distinct(IEnumerable<GitLabRule> rules) =>
        [.. rules.DistinctBy(rule => $"{rule.If}\n{string.Join('\n', rule.Changes?.Paths ?? [])}")];

    static Diagnostic AfterFailure(CiJob job) => new(
        GitLabCodes.ApprovalAfterFailure,
        $"Job \"{job.Id}\" changes environment \"{job.Environment!.Name}\", which requires approval, and may run after failures; GitLab asks only where all went before succeeded.",
        "Take AssuredAfterFailure, After or Triggers from it, or let it change no environment that requires approval.");
}
