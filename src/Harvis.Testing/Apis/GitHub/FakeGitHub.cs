using System.Globalization;
using System.Text.Json.Nodes;

namespace Harvis.Testing.Apis.GitHub;

/// <summary>
/// GitHub's REST API as an Enterprise server has it, under <c>/api/v3/</c>, with one repository, <c>acme/shop</c>: deployments, workflow runs,
/// releases and tags. See https://docs.github.com/rest.
/// </summary>
public sealed class FakeGitHub(TimeProvider? time = null) : FakeApi(time)
{
    /// <summary>The one repository.</summary>
    public const string Repository = "acme/shop";

    /// <summary>The good token.</summary>
    public const string Token = "ghs_0123456789abcdefghij";

    const string Root = $"/api/v3/repos/{Repository}/";
    const string Time = "2026-01-02T03:04:05Z";

    readonly List<FakeDeployment> _deployments = [];

    /// <summary>Where the API answers, as <c>GITHUB_API_URL</c> says it.</summary>
    public Uri Api => new(Address, "api/v3/");

    /// <summary>All deployments, oldest first.</summary>
    public IReadOnlyList<FakeDeployment> Deployments => _deployments;

    /// <summary>The workflow runs, oldest first.</summary>
    public IList<FakeWorkflowRun> Runs { get; } = [];

    /// <summary>The releases, newest first.</summary>
    public IList<FakeRelease> Releases { get; } = [];

    /// <summary>Whether runs are listed without looking at the filters; a gate mustn't rely on them alone.</summary>
    public bool IgnoresFilters { get; set; }

    private protected override ApiReply Answer(ApiRequest request)
    {
        if (request.Headers.GetValueOrDefault("Authorization") is not ($"Token {Token}" or $"Bearer {Token}")) return ApiReply.Refuse(401, "Bad credentials");
        if (!request.Path.StartsWith(Root, StringComparison.Ordinal)) return ApiReply.Refuse(404, "Not Found");
        return (request.Method, request.Path[Root.Length..].Split('/')) switch
        {
            ("POST", ["deployments"]) => Open(request),
            ("GET", ["deployments"]) => List(request),
            ("POST", ["deployments", var id, "statuses"]) => Update(id, request),
            ("GET", ["actions", "workflows", var file, "runs"]) => ListRuns(file, request),
            ("GET", ["releases"]) => new ApiReply(200, new JsonArray([.. Releases.Select(Json)])),
            ("GET", ["git", "ref" or "refs", "tags", var tag]) => Ref(tag),
            ("GET", ["git", "tags", var sha]) => TagObject(sha),
            _ => ApiReply.Refuse(404, "Not Found"),
        };
    }

    ApiReply Open(ApiRequest request)
    {
        var body = JsonNode.Parse(request.Body)!;
        var deployment = new FakeDeployment(500 + _deployments.Count, Text(body, "ref")!, Text(body, "environment")!, body["payload"]?.ToJsonString() ?? "{}");
        _deployments.Add(deployment);
        return new ApiReply(201, Json(deployment));
    }

    ApiReply List(ApiRequest request) =>
        new(200, new JsonArray([.. _deployments.Where(deployment => deployment.Commit == request.Query.GetValueOrDefault("sha") && deployment.Environment == request.Query.GetValueOrDefault("environment")).Reverse().Select(Json)]));

    ApiReply Update(string id, ApiRequest request)
    {
        if (_deployments.FirstOrDefault(deployment => deployment.Id.ToString(CultureInfo.InvariantCulture) == id) is not { } found) return ApiReply.Refuse(404, "Not Found");
        var body = JsonNode.Parse(request.Body)!;
        var status = new FakeDeploymentStatus(Text(body, "state")!, Text(body, "description") ?? "", Text(body, "environment_url"), Text(body, "log_url"));
        found.Add(status);
        return new ApiReply(201, new JsonObject { ["id"] = found.Statuses.Count, ["state"] = status.State, ["created_at"] = Time, ["updated_at"] = Time });
    }

    ApiReply ListRuns(string file, ApiRequest request)
    {
        var runs = Runs.Select((run, index) => (run, index)).Where(entry => entry.run.Workflow == file).ToList();
        if (runs.Count == 0) return ApiReply.Refuse(404, "Not Found");
        var (sha, status) = (request.Query.GetValueOrDefault("head_sha"), request.Query.GetValueOrDefault("status"));
        var fitting = runs.Where(entry => IgnoresFilters || ((sha is null || entry.run.Commit == sha) && (status is null || entry.run.Conclusion == status))).Select(entry => Json(entry.run, entry.index)).ToArray();
        return new ApiReply(200, new JsonObject { ["total_count"] = fitting.Length, ["workflow_runs"] = new JsonArray(fitting) });
    }

    ApiReply Ref(string tag)
    {
        if (Releases.FirstOrDefault(release => release.Tag == tag) is not { } found) return ApiReply.Refuse(404, "Not Found");
        return new ApiReply(200, new JsonObject { ["ref"] = $"refs/tags/{tag}", ["object"] = found.IsAnnotated ? Object("tag", TagSha(found)) : Object("commit", found.Commit) });
    }

    ApiReply TagObject(string sha) =>
        Releases.FirstOrDefault(release => release.IsAnnotated && TagSha(release) == sha) is { } found
            ? new ApiReply(200, new JsonObject { ["tag"] = found.Tag, ["sha"] = sha, ["object"] = Object("commit", found.Commit) })
            : ApiReply.Refuse(404, "Not Found");

    // Not the commit's name, but as long.
    static string TagSha(FakeRelease release) => new([.. release.Commit.Reverse()]);

    static JsonObject Object(string type, string sha) => new() { ["type"] = type, ["sha"] = sha };

    static JsonObject Json(FakeDeployment deployment) => new()
    {
        ["id"] = deployment.Id,
        ["sha"] = deployment.Commit,
        ["ref"] = deployment.Commit,
        ["environment"] = deployment.Environment,
        ["payload"] = JsonNode.Parse(deployment.Payload),
        ["created_at"] = Time,
        ["updated_at"] = Time,
    };

    static JsonObject Json(FakeWorkflowRun run, int index) => new()
    {
        ["id"] = index + 1,
        ["run_number"] = index + 1,
        ["head_sha"] = run.Commit,
        ["event"] = run.Event,
        ["status"] = "completed",
        ["conclusion"] = run.Conclusion,
        ["html_url"] = string.Create(CultureInfo.InvariantCulture, $"https://github.example/{Repository}/actions/runs/{index + 1}"),
        ["head_repository"] = new JsonObject { ["full_name"] = run.HeadRepository },
        ["created_at"] = Time,
        ["updated_at"] = Time,
        ["run_started_at"] = Time,
    };

    static JsonObject Json(FakeRelease release) => new()
    {
        ["tag_name"] = release.Tag,
        ["draft"] = release.IsDraft,
        ["prerelease"] = release.IsPrerelease,
        ["created_at"] = Time,
    };

    static string? Text(JsonNode node, string name) => node[name]?.GetValue<string>();
}
