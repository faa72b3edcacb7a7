using System.Globalization;
using System.Text.Json.Nodes;

namespace Harvis.Testing.Apis.GitLab;

/// <summary>
/// GitLab's API v4 as far as pipelines are triggered with it, with one project, <c>group/app</c>: https://docs.gitlab.com/api/pipelines/.
/// A pipeline takes the next status of <see cref="Course"/> each time it is read.
/// </summary>
public sealed class FakeGitLab(TimeProvider? time = null) : FakeApi(time)
{
    /// <summary>The one project.</summary>
    public const string Project = "group/app";

    /// <summary>The good trigger token.</summary>
    public const string TriggerToken = "glptt-0123456789abcdef";

    /// <summary>The good read token.</summary>
    public const string ReadToken = "glpat-fedcba9876543210";

    const string Root = "/api/v4/projects/group%2Fapp/";

    readonly Dictionary<string, int> _commits = new(StringComparer.Ordinal);
    readonly List<FakePipeline> _pipelines = [];

    /// <summary>The statuses that a new pipeline goes through. The default ends in success.</summary>
    public IReadOnlyList<string> Course { get; set; } = ["pending", "running", "success"];

    /// <summary>The jobs of a failed pipeline that failed, with whether they may.</summary>
    public IReadOnlyDictionary<string, bool> FailedJobs { get; set; } = new Dictionary<string, bool>();

    /// <summary>The branches and tags, and the commit of each.</summary>
    public IDictionary<string, string> Refs { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Whether the read token's role may cancel and see variables. The default is true.</summary>
    public bool IsMaintainer { get; set; } = true;

    /// <summary>All pipelines, oldest first.</summary>
    public IReadOnlyList<FakePipeline> Pipelines => _pipelines;

    /// <summary>A commit that is there, or will be after some looks.</summary>
    public void Has(string commit, int afterLooks = 0) => _commits[commit] = afterLooks;

    private protected override ApiReply Answer(ApiRequest request)
    {
        if (!request.Path.StartsWith(Root, StringComparison.Ordinal)) return ApiReply.Refuse(404, "404 Project Not Found");
        var parts = request.Path[Root.Length..].Split('/');
        if (request.Method == "POST" && parts is ["trigger", "pipeline"]) return Trigger(request);
        if (request.Headers.GetValueOrDefault("PRIVATE-TOKEN") != ReadToken && request.Headers.GetValueOrDefault("JOB-TOKEN") != ReadToken) return ApiReply.Refuse(401, "401 Unauthorized");
        return (request.Method, parts) switch
        {
            ("GET", ["repository", "commits", var sha]) => Commit(sha),
            ("GET", ["pipelines"]) => List(request),
            ("GET", ["pipelines", var id]) => Of(id, Read),
            ("GET", ["pipelines", var id, "jobs"]) => Of(id, _ => Jobs()),
            ("GET", ["pipelines", var id, "variables"]) => IsMaintainer ? Of(id, Variables) : ApiReply.Refuse(403, "403 Forbidden"),
            ("POST", ["pipelines", var id, "cancel"]) => IsMaintainer ? Of(id, Cancel) : ApiReply.Refuse(403, "403 Forbidden"),
            _ => ApiReply.Refuse(404, "404 Not Found"),
        };
    }

    ApiReply Trigger(ApiRequest request)
    {
        var form = request.Form;
        if (form.GetValueOrDefault("token") != TriggerToken) return ApiReply.Refuse(404, "404 Not Found");
        if (!Refs.TryGetValue(form.GetValueOrDefault("ref") ?? "", out var commit))
            return new ApiReply(400, new JsonObject { ["message"] = new JsonObject { ["base"] = new JsonArray("Reference not found") } });
        var variables = form.Where(pair => pair.Key.StartsWith("variables[", StringComparison.Ordinal)).ToDictionary(pair => pair.Key[10..^1], pair => pair.Value);
        var pipeline = new FakePipeline(100 + _pipelines.Count, form["ref"], commit, variables) { Course = new Queue<string>(Course) };
        _pipelines.Add(pipeline);
        return new ApiReply(201, Json(pipeline));
    }

    ApiReply Commit(string sha)
    {
        if (!_commits.TryGetValue(sha, out var looks)) return ApiReply.Refuse(404, "404 Commit Not Found");
        if (looks > 0) _commits[sha] = looks - 1;
        return looks > 0 ? ApiReply.Refuse(404, "404 Commit Not Found") : new ApiReply(200, new JsonObject { ["id"] = sha });
    }

    ApiReply List(ApiRequest request) =>
        new(200, new JsonArray([.. _pipelines.Where(pipeline => pipeline.Ref == request.Query.GetValueOrDefault("ref")).Reverse().Select(Json)]));

    ApiReply Of(string id, Func<FakePipeline, ApiReply> answer) =>
        _pipelines.FirstOrDefault(pipeline => pipeline.Id.ToString(CultureInfo.InvariantCulture) == id) is { } found ? answer(found) : ApiReply.Refuse(404, "404 Not found");

    ApiReply Read(FakePipeline pipeline)
    {
        if (pipeline.Course.TryDequeue(out var next)) pipeline.Status = next;
        return new ApiReply(200, Json(pipeline));
    }

    ApiReply Jobs() => new(200, new JsonArray([.. FailedJobs.Select(job => new JsonObject { ["name"] = job.Key, ["allow_failure"] = job.Value })]));

    static ApiReply Variables(FakePipeline pipeline) =>
        new(200, new JsonArray([.. pipeline.Variables.Select(variable => new JsonObject { ["key"] = variable.Key, ["value"] = variable.Value })]));

    static ApiReply Cancel(FakePipeline pipeline)
    {
        pipeline.Course.Clear();
        pipeline.Status = "canceled";
        return new ApiReply(200, Json(pipeline));
    }

    static JsonObject Json(FakePipeline pipeline) => new()
    {
        ["id"] = pipeline.Id,
        ["ref"] = pipeline.Ref,
        ["sha"] = pipeline.Commit,
        ["status"] = pipeline.Status,
        ["web_url"] = string.Create(CultureInfo.InvariantCulture, $"https://gitlab.example/group/app/-/pipelines/{pipeline.Id}"),
    };
}
