using System.Text.Json.Nodes;
using Harvis.Conformance.Tests.Equivalence.GitHub.Expressions;
using Harvis.Model.Ci;

namespace Harvis.Conformance.Tests.Equivalence.GitHub;

/// <summary>
/// What GitHub makes of a workflow for an event: a job waits for all it needs; its condition, with <c>success()</c> in front where it asks no
/// status, decides; <c>success()</c> means every job before it, not only those it names.
/// </summary>
/// <remarks>https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idneeds.</remarks>
sealed class GitHubRun
{
    readonly JsonObject _jobs;
    readonly JsonObject _github;
    readonly JsonObject _inputs;
    readonly Func<StartedJob, bool> _succeeds;
    readonly Dictionary<string, CiOutcome> _outcomes = new(StringComparer.Ordinal);
    readonly Dictionary<string, IReadOnlySet<string>> _before = new(StringComparer.Ordinal);
    readonly HashSet<string> _started = new(StringComparer.Ordinal);

    GitHubRun(JsonObject workflow, CiEvent happened, Func<StartedJob, bool> succeeds)
    {
        _jobs = (JsonObject)workflow["jobs"]!;
        _github = GitHubEvent.Context(happened);
        _inputs = GitHubEvent.Inputs(workflow["on"], happened);
        _succeeds = succeeds;
    }

    /// <summary>Whether GitHub was asked to cancel before the first job.</summary>
    public bool IsCancelled { get; init; }

    /// <param name="workflow">The workflow.</param>
    /// <param name="happened">The event.</param>
    /// <param name="succeeds">How a run of a job ends once a runner has it.</param>
    /// <param name="cancelled">Whether the workflow is cancelled from the start.</param>
    public static SystemRun Of(JsonObject workflow, CiEvent happened, Func<StartedJob, bool> succeeds, bool cancelled = false)
    {
        if (!EventFilter.Starts(workflow["on"], happened)) return SystemRun.None;
        var run = new GitHubRun(workflow, happened, succeeds) { IsCancelled = cancelled };
        foreach (var (name, _) in run._jobs) run.End(name);
        return new SystemRun(run._outcomes, run._started, run._before);
    }

    void End(string name)
    {
        if (_outcomes.ContainsKey(name)) return;
        var job = _jobs[name] as JsonObject ?? throw new FormatException($"There is no job \"{name}\".");
        var needs = job["needs"].Texts();
        foreach (var need in needs) End(need);
        var before = needs.Concat(needs.SelectMany(need => _before[need])).ToHashSet(StringComparer.Ordinal);
        _before[name] = before;
        _outcomes[name] = Runs(job, needs, before) ? Result(name, job, needs, before) : IsCancelled && !before.Any(Failed) ? CiOutcome.Cancelled : CiOutcome.Skipped;
    }

    bool Runs(JsonObject job, IReadOnlyList<string> needs, IReadOnlySet<string> before)
    {
        var condition = Parser.Parse(job["if"] is { } text ? text.Text()! : "success()");
        return (condition.AsksStatus || Status("success", before)) && Values.IsTrue(Evaluation(needs, before).Of(condition));
    }

    Evaluation Evaluation(IReadOnlyList<string> needs, IReadOnlySet<string> before, JsonObject? matrix = null)
    {
        var contexts = new JsonObject
        {
            ["github"] = _github.DeepClone(),
            ["inputs"] = _inputs.DeepClone(),
            ["needs"] = Needs(needs),
            ["vars"] = new JsonObject(),
            ["matrix"] = matrix?.DeepClone() ?? new JsonObject(),
        };
        return new Evaluation(contexts, name => Status(name, before));
    }

    bool Status(string function, IReadOnlySet<string> before) => function switch
    {
        "always" => true,
        "cancelled" => IsCancelled,
        "failure" => before.Any(Failed),
        _ => !IsCancelled && before.All(job => _outcomes[job] == CiOutcome.Succeeded),
    };

    bool Failed(string job) => _outcomes[job] == CiOutcome.Failed;

    JsonObject Needs(IReadOnlyList<string> needs) => new(needs.Select(need => KeyValuePair.Create(
        need,
        (JsonNode?)new JsonObject { ["result"] = Word(_outcomes[need]), ["outputs"] = new JsonObject() })));

    static string Word(CiOutcome outcome) => outcome switch
    {
        CiOutcome.Succeeded => "success",
        CiOutcome.Failed => "failure",
        CiOutcome.Skipped => "skipped",
        _ => "cancelled",
    };

    CiOutcome Result(string name, JsonObject job, IReadOnlyList<string> needs, IReadOnlySet<string> before)
    {
        _started.Add(name);
        var failed = GitHubMatrix.LegsOf(name, job).Where(leg => !_succeeds(Start(leg, job, needs, before))).ToList();
        var isFailFast = job["strategy"] is JsonObject strategy && !(strategy["fail-fast"] is { } failFast && !failFast.IsTrue());
        if (failed.Count > 0 && isFailFast) throw new NotSupportedException($"When a leg of \"{name}\" fails, GitHub cancels its others: what runs then can't be told.");
        return failed.Count == 0 || job["continue-on-error"].IsTrue() ? CiOutcome.Succeeded : CiOutcome.Failed;
    }

    StartedJob Start(JobLeg leg, JsonObject job, IReadOnlyList<string> needs, IReadOnlySet<string> before)
    {
        var evaluation = Evaluation(needs, before, leg.Matrix);
        var declared = job["steps"].Items().Select(step => step?["env"]).Prepend(job["env"]).OfType<JsonObject>().SelectMany(entries => entries);
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in declared) variables[key] = Value(value.Text() ?? "", evaluation);
        return new StartedJob(leg, job, variables, needs);
    }

    // A secret, or what a step gave, isn't known here and stays as written.
    static string Value(string text, Evaluation evaluation) =>
        text.StartsWith("${{", StringComparison.Ordinal) && text.IndexOf("}}", StringComparison.Ordinal) == text.Length - 2 && !text.Contains("secrets.", StringComparison.Ordinal)
            ? Values.Text(evaluation.Of(Parser.Parse(text)))
            : text;
}
