using Harvis.Model.Ci;
using Harvis.Model.Triggers;

namespace Harvis.Generation.GitLabCi;

/// <summary>
/// Finds for which jobs and events GitLab's own rule says the same as the plan's: "all it needs succeeded, and nothing of that was skipped".
/// Where that is in doubt, the build decides.
/// </summary>
sealed class GitLabStarts
{
    readonly Dictionary<string, CiJob> _jobs;
    readonly Dictionary<string, string> _owners;
    readonly Dictionary<string, List<GitLabEntry>> _starts = new(StringComparer.Ordinal);

    public GitLabStarts(CiPlan plan)
    {
        _jobs = plan.Jobs.ToDictionary(job => job.Id, StringComparer.Ordinal);
        _owners = plan.Jobs.SelectMany(job => job.Nodes.Select(node => (node, job.Id))).ToDictionary(pair => pair.node, pair => pair.Id, StringComparer.Ordinal);
        foreach (var job in plan.Jobs)
            _starts[job.Id] = [.. job.Activations.SelectMany(activation => activation.Triggers.Select(trigger => new GitLabEntry(trigger, activation, Find(job, activation, trigger))))];
    }

    /// <summary>How a job starts, for each of its triggers in order.</summary>
    public IReadOnlyList<GitLabEntry> Of(CiJob job) => _starts[job.Id];

    /// <summary>The nodes that an activation's rule speaks of: their records must be there for the build to decide.</summary>
    public IReadOnlyList<string> Asked(CiActivation activation) => [.. JobsOf(activation.Rule).Distinct(StringComparer.Ordinal).SelectMany(id => _jobs[id].Nodes)];

    /// <summary>Whether it takes records of what it needs: to decide, or because its conditions may ask what became of it.</summary>
    public bool TakesRecords(CiJob job) => _starts[job.Id].Any(start => start.Start != GitLabStart.AfterSuccess);

    /// <summary>Whether a job is in every pipeline that the trigger starts.</summary>
    public bool IsCertain(string job, Trigger trigger) => TriggersOf(job).Any(other => other.Covers(trigger));

    /// <summary>Whether a job is in every pipeline that another is in.</summary>
    public bool IsCertain(string job, CiJob other) => TriggersOf(other.Id).All(trigger => IsCertain(job, trigger));

    /// <summary>The jobs that it waits for: what the plan says, and further ones before those whose files or records it takes.</summary>
    public IReadOnlyList<string> Needs(CiJob job)
    {
        var owners = job.TakesOver.Select(node => _owners.GetValueOrDefault(node)).OfType<string>();
        return [.. job.Needs.Concat(job.Downloads.Select(download => download.Job)).Concat(owners).Where(id => id != job.Id).Distinct(StringComparer.Ordinal)];
    }

    GitLabStart Find(CiJob job, CiActivation activation, Trigger trigger)
    {
        if (job.Activations.Any(other => IsDifferent(other, activation) && other.Triggers.Any(trigger.CanMeet))) return GitLabStart.Decided;
        if (activation.Rule is CiRule.Whatever) return GitLabStart.Whatever;
        return Successes(activation.Rule) is { } asked && IsNative(job, asked, trigger) ? GitLabStart.AfterSuccess : GitLabStart.Decided;
    }

    bool IsNative(CiJob job, IReadOnlySet<string> asked, Trigger trigger)
    {
        if (!asked.All(need => job.Needs.Contains(need) && IsCertain(need, trigger) && !IsDecided(need, trigger))) return false;
        var further = Needs(job).Where(need => !asked.Contains(need) && TriggersOf(need).Any(trigger.CanMeet)).ToList();
        return further.Count == 0 || Implied(asked, trigger).IsSupersetOf(further);
    }

    // What has succeeded when these have: what they, in turn, started after the success of.
    HashSet<string> Implied(IReadOnlySet<string> asked, Trigger trigger)
    {
        var implied = new HashSet<string>(asked, StringComparer.Ordinal);
        var open = new Stack<string>(asked);
        while (open.TryPop(out var id))
        {
            var met = _starts[id].Where(start => start.Trigger.CanMeet(trigger)).ToList();
            if (met.Any(start => start.Start != GitLabStart.AfterSuccess)) continue;
            foreach (var need in _jobs[id].Needs.Where(need => met.All(start => IsCertain(need, start.Trigger))).Where(implied.Add)) open.Push(need);
        }

        return implied;
    }

    bool IsDecided(string job, Trigger trigger) => _starts[job].Any(start => start.Start == GitLabStart.Decided && start.Trigger.CanMeet(trigger));

    IEnumerable<Trigger> TriggersOf(string job) => _jobs[job].Activations.SelectMany(activation => activation.Triggers);

    static IEnumerable<string> JobsOf(CiRule rule) => rule switch
    {
        CiRule.Succeeded succeeded => [succeeded.Job],
        CiRule.Failed failed => [failed.Job],
        CiRule.All all => all.Rules.SelectMany(JobsOf),
        CiRule.Any any => any.Rules.SelectMany(JobsOf),
        _ => [],
    };

    static bool IsDifferent(CiActivation one, CiActivation other) =>
        !ReferenceEquals(one, other)
        && !(one.IsTriggered == other.IsTriggered && one.Rule is CiRule.Whatever && other.Rule is CiRule.Whatever)
        && !(one.IsTriggered == other.IsTriggered && Successes(one.Rule) is { } left && Successes(other.Rule) is { } right && left.SetEquals(right));

    // The jobs that must have succeeded, where the rule asks nothing else.
    static IReadOnlySet<string>? Successes(CiRule rule) => rule switch
    {
        CiRule.Succeeded succeeded => new HashSet<string>(StringComparer.Ordinal) { succeeded.Job },
        CiRule.All all when all.Rules.Select(Successes).ToList() is var inner && inner.All(jobs => jobs is not null) =>
            inner.SelectMany(jobs => jobs!).ToHashSet(StringComparer.Ordinal),
        _ => null,
    };
}
