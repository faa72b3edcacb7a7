using System.Text.Json;
using Harvis.Model.Images;

namespace Harvis.Engine.Caching;

/// <summary>What a node left the last time it ran with the same inputs: its files and typed results.</summary>
sealed record CacheEntry(IReadOnlyList<CachedFile> Files, IReadOnlyList<(string Name, byte[] Json)> Results)
{
    public byte[] ToJson()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteStartArray("files");
            foreach (var file in Files)
            {
                json.WriteStartObject();
                json.WriteString("path", file.Path);
                json.WriteString("digest", file.Digest.ToString());
                json.WriteBoolean("executable", file.Executable);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartObject("results");
            foreach (var (name, value) in Results)
            {
                json.WritePropertyName(name);
                json.WriteRawValue(value);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    /// <exception cref="JsonException">It isn't an entry.</exception>
    /// <exception cref="FormatException">A digest in it isn't one.</exception>
    public static CacheEntry FromJson(byte[] content)
    {
        using var json = JsonDocument.Parse(content);
        return new CacheEntry(
            [.. json.RootElement.GetProperty("files").EnumerateArray().Select(ReadFile)],
            [.. json.RootElement.GetProperty("results").EnumerateObject().Select(result => (result.Name, ReadResult(result.Value)))]);
    }

    static CachedFile ReadFile(JsonElement file) =>
        new(file.GetProperty("path").GetString()!, Digest.Parse(file.GetProperty("digest").GetString()!), file.GetProperty("executable").GetBoolean());

    static byte[] ReadResult(JsonElement value) => System.Text.Encoding.UTF8.GetBytes(value.GetRawText());
}
