using System.Text.Json.Nodes;

namespace Harvis.Testing.Apis;

/// <summary>What a fake API answers.</summary>
/// <param name="Status">The status.</param>
/// <param name="Body">The body; null for none.</param>
sealed record ApiReply(int Status, JsonNode? Body)
{
    public static ApiReply Refuse(int status, string message) => new(status, new JsonObject { ["message"] = message });
}
