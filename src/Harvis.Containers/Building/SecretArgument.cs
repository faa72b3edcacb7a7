namespace Harvis.Containers.Building;

/// <summary>The value of <c>--secret</c>, a line of comma-separated values, for buildx.</summary>
static class SecretArgument
{
    /// <summary><c>id=…,src=…</c>, quoted where the path holds a comma or a quote.</summary>
    public static string Of(BuildSecret secret) => $"{Field($"id={secret.Id}")},{Field($"src={secret.File}")}";

    static string Field(string text) => text.AsSpan().IndexOfAny(',', '"') < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
