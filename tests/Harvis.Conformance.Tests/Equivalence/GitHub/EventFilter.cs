using System.Text.Json.Nodes;
using Harvis.Model.Ci;

namespace Harvis.Conformance.Tests.Equivalence.GitHub;

/// <summary>Whether an event starts a workflow.</summary>
/// <remarks>https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#on.</remarks>
static class EventFilter
{
    public static bool Starts(JsonNode? on, CiEvent happened)
    {
        var name = GitHubEvent.Starter(happened);
        if (on is not JsonObject map) return on.Texts().Contains(name);
        if (!map.ContainsKey(name)) return false;
        return happened switch
        {
            CiEvent.Push => IsPush(map[name] as JsonObject ?? [], happened),
            CiEvent.TagPush => IsTag(map[name] as JsonObject ?? [], happened.Ref.Tag!),
            CiEvent.PullRequest request => IsRequest(map[name] as JsonObject ?? [], request),
            CiEvent.Schedule schedule => map[name].Items().Any(item => item?["cron"].Text() == schedule.Cron),
            _ => true,
        };
    }

    // Filters for tags alone leave branches out, and the other way round.
    static bool IsPush(JsonObject push, CiEvent happened)
    {
        if (!push.ContainsKey("branches") && !push.ContainsKey("branches-ignore") && push.ContainsKey("tags")) return false;
        return Names(push, "branches", happened.Ref.Branch!) && Paths(push, happened);
    }

    // Paths aren't looked at for tags.
    static bool IsTag(JsonObject push, string tag) =>
        (push.ContainsKey("tags") || push.ContainsKey("tags-ignore") || !push.ContainsKey("branches")) && Names(push, "tags", tag);

    static bool IsRequest(JsonObject filter, CiEvent.PullRequest request) =>
        (!filter.ContainsKey("types") || filter["types"].Texts().Contains("synchronize")) && Names(filter, "branches", request.Into) && Paths(filter, request);

    static bool Names(JsonObject filter, string key, string name) =>
        (!filter.ContainsKey(key) || FilterPattern.MatchesAny(filter[key].Texts(), name))
        && (!filter.ContainsKey($"{key}-ignore") || !FilterPattern.MatchesAny(filter[$"{key}-ignore"].Texts(), name));

    // Where GitHub can't tell what changed, it starts the workflow.
    static bool Paths(JsonObject filter, CiEvent happened) =>
        !filter.ContainsKey("paths") || happened.ChangedPaths is null || happened.ChangedPaths.Any(path => FilterPattern.MatchesAny(filter["paths"].Texts(), path));
}
