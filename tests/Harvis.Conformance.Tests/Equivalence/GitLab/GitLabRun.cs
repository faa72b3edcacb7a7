using System.Text.Json.Nodes;
using Harvis.Model.Ci;

namespace Harvis.Conformance.Tests.Equivalence.GitLab;

/// <summary>
/// What GitLab makes of a configuration for an event: rules say which jobs are in the pipeline, needs (or stages) what they wait for,
/// <c>when</c> what must have become of that. A person starts every job that waits for one.
/// </summary>
sealed class GitLabRun
{
    readonly Dictionary<string, GitLabJob> _jobs;
    readonly List<string> _stages;
    readonly Func<StartedJob, bool> _succeeds;
    readonly Dictionary<string, JobStatus> _statuses = new(StringComparer.Ordinal);
    readonly Dictionary<string, IReadOnlySet<string>> _before = new(StringComparer.Ordinal);
    readonly HashSet<string> _started = new(StringComparer.Ordinal);

    GitLabRun(JsonObject document, IReadOnlyList<GitLabJob> jobs, Func<StartedJob, bool> succeeds)
    {
        _jobs = jobs.ToDictionary(job => job.Name, StringComparer.Ordinal);
        _stages = [".pre", .. document.ContainsKey("stages") ? document["stages"].Texts() : ["build", "test", "deploy"], ".post"];
        _succeeds = succeeds;
    }

    /// <summary>Whether people start the jobs that wait for one; otherwise they wait on.</summary>
    public bool IsStartedByHand { get; init; } = true;

    /// <param name="document">The configuration.</param>
    /// <param name="happened">The event.</param>
    /// <param name="succeeds">How a run of a job ends once a runner has it.</param>
    /// <param name="startsByHand">Whether people start the jobs that wait for one.</param>
    /// <exception cref="FormatException">GitLab makes no pipeline of it: a job needs one that isn't there.</exception>
    public static SystemRun Of(JsonObject document, CiEvent happened, Func<StartedJob, bool> succeeds, bool startsByHand = true)
    {
        var variables = WithDefaults(document["variables"] as JsonObject ?? [], GitLabEvent.Variables(happened));
        if (!StartsPipeline(document["workflow"]?["rules"], variables, happened.ChangedPaths)) return SystemRun.None;
        var run = new GitLabRun(document, GitLabJob.InPipeline(document, variables, happened.ChangedPaths), succeeds) { IsStartedByHand = startsByHand };
        foreach (var name in run._jobs.Keys) run.End(name);
        return new SystemRun(run._statuses.ToDictionary(pair => pair.Key, pair => Outcome(pair.Value)), run._started, run._before);
    }

    // What a person chose, or GitLab sets, wins over the document's own.
    static Dictionary<string, string> WithDefaults(JsonObject declared, Dictionary<string, string> set)
    {
        var variables = declared.ToDictionary(entry => entry.Key, entry => (entry.Value is JsonObject described ? described["value"] : entry.Value).Text() ?? "", StringComparer.Ordinal);
        foreach (var (name, value) in set) variables[name] = value;
        return variables;
    }

    static bool StartsPipeline(JsonNode? rules, Dictionary<string, string> variables, IReadOnlyList<string>? changed)
    {
        if (rules is null) return true;
        var rule = Rule.First(rules, variables, changed);
        if (rule is null || rule["when"].Text() == "never") return false;
        foreach (var (name, value) in rule["variables"] as JsonObject ?? []) variables[name] = value.Text() ?? "";
        return true;
    }

    void End(string name)
    {
        if (_statuses.ContainsKey(name)) return;
        var job = _jobs[name];
        var byNeeds = job.Keywords.ContainsKey("needs");
        var waitsFor = byNeeds ? Needs(job) : EarlierStages(job);
        foreach (var other in waitsFor) End(other);
        _before[name] = waitsFor.Concat(waitsFor.SelectMany(other => _before[other])).ToHashSet(StringComparer.Ordinal);
        _statuses[name] = JobStart.Starts(job.When, [.. waitsFor.Select(other => _statuses[other])], byNeeds) ? Result(job, waitsFor) : JobStatus.Skipped;
    }

    List<string> Needs(GitLabJob job)
    {
        var needs = new List<string>();
        foreach (var need in job.Keywords["needs"].Items())
        {
            var other = need is JsonObject map ? map["job"].Text()! : need.Text()!;
            if (_jobs.ContainsKey(other)) needs.Add(other);
            else if (!(need is JsonObject optional && optional["optional"].IsTrue())) throw new FormatException($"'{job.Name}' job needs '{other}' job, but '{other}' does not exist in the pipeline.");
        }

        return needs;
    }

    List<string> EarlierStages(GitLabJob job)
    {
        var stage = StageOf(job);
        return [.. _jobs.Values.Where(other => StageOf(other) < stage).Select(other => other.Name)];
    }

    int StageOf(GitLabJob job)
    {
        var stage = job.Keywords["stage"].Text() ?? "test";
        return _stages.IndexOf(stage) is var index && index >= 0 ? index : throw new FormatException($"{job.Name} job: chosen stage {stage} does not exist.");
    }

    JobStatus Result(GitLabJob job, IReadOnlyList<string> needs)
    {
        if (job.When == "manual" && !IsStartedByHand) return job.MayFail ? JobStatus.Ignored : JobStatus.Manual;
        _started.Add(job.Name);

        // Every run of a matrix runs, whatever becomes of the others.
        var ended = GitLabMatrix.LegsOf(job).Select(leg => _succeeds(new StartedJob(leg, job.Keywords, VariablesOf(job, leg), needs))).ToList();
        if (ended.TrueForAll(succeeded => succeeded)) return JobStatus.Success;
        return job.MayFail ? JobStatus.SuccessWithWarnings : JobStatus.Failed;
    }

    static Dictionary<string, string> VariablesOf(GitLabJob job, JobLeg leg)
    {
        var variables = new Dictionary<string, string>(job.Variables, StringComparer.Ordinal);
        foreach (var (name, value) in leg.Matrix) variables[name] = value.Text() ?? "";
        return variables;
    }

    static CiOutcome Outcome(JobStatus status) => status switch
    {
        JobStatus.Success => CiOutcome.Succeeded,
        JobStatus.Failed or JobStatus.SuccessWithWarnings => CiOutcome.Failed,
        _ => CiOutcome.Skipped,
    };
}
