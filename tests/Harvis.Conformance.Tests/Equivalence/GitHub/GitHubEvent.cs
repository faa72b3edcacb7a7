using System.Text.Json.Nodes;
using Harvis.Model.Ci;

namespace Harvis.Conformance.Tests.Equivalence.GitHub;

/// <summary>What GitHub tells a workflow of an event.</summary>
/// <remarks>https://docs.github.com/actions/reference/workflows-and-actions/contexts#github-context.</remarks>
static class GitHubEvent
{
    /// <summary>The event's name in <c>on</c>.</summary>
    public static string Starter(CiEvent happened) => happened switch
    {
        CiEvent.Push or CiEvent.TagPush => "push",
        CiEvent.PullRequest => "pull_request",
        CiEvent.Schedule => "schedule",
        CiEvent.Manual => "workflow_dispatch",
        CiEvent.Call => "workflow_call",
        _ => throw new InvalidOperationException($"GitHub has no event for a {happened.GetType().Name}."),
    };

    /// <summary>The context <c>github</c>. A called workflow sees the event of its caller: here a push.</summary>
    public static JsonObject Context(CiEvent happened)
    {
        var reference = happened.Ref;
        return new JsonObject
        {
            ["event_name"] = happened is CiEvent.Call ? "push" : Starter(happened),
            ["ref"] = happened is CiEvent.PullRequest ? "refs/pull/7/merge" : reference.FullName,
            ["ref_name"] = happened is CiEvent.PullRequest ? "7/merge" : reference.Branch ?? reference.Tag,
            ["ref_type"] = reference.Tag is null ? "branch" : "tag",
            ["base_ref"] = happened is CiEvent.PullRequest request ? request.Into : "",
            ["head_ref"] = happened is CiEvent.PullRequest ? reference.Branch : "",
            ["sha"] = new string('a', 40),
            ["repository"] = "owner/name",
            ["event"] = Details(happened),
        };
    }

    /// <summary>The context <c>inputs</c>: what was chosen, or the default; empty for other events.</summary>
    public static JsonObject Inputs(JsonNode? on, CiEvent happened)
    {
        var declared = (on as JsonObject)?[Starter(happened)] is JsonObject starter ? starter["inputs"] as JsonObject : null;
        var chosen = (happened as CiEvent.Manual)?.Inputs ?? new Dictionary<string, string>();
        return new JsonObject((declared ?? []).Select(input => KeyValuePair.Create(
            input.Key,
            chosen.TryGetValue(input.Key, out var value) ? value : (input.Value as JsonObject)?["default"]?.DeepClone())));
    }

    static JsonObject Details(CiEvent happened) => happened switch
    {
        CiEvent.Schedule schedule => new JsonObject { ["schedule"] = schedule.Cron },
        CiEvent.PullRequest request => new JsonObject
        {
            ["action"] = "synchronize",
            ["pull_request"] = new JsonObject
            {
                ["base"] = new JsonObject { ["ref"] = request.Into },
                ["head"] = new JsonObject { ["ref"] = happened.Ref.Branch, ["sha"] = new string('a', 40), ["repo"] = new JsonObject { ["full_name"] = "owner/name", ["fork"] = false } },
            },
        },
        CiEvent.Manual manual => new JsonObject { ["inputs"] = new JsonObject(manual.Inputs.Select(input => KeyValuePair.Create(input.Key, (JsonNode?)input.Value))) },
        _ => [],
    };
}
