using System.Text;

namespace Harvis.Testing.Http;

/// <summary>What a server answers.</summary>
internal sealed record HttpReply(int Status)
{
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>How many bytes of the body are sent before the connection is cut; null for all.</summary>
    public long? CutAfterBytes { get; init; }

    public HttpReply With(string name, string value) => this with { Headers = [.. Headers.Where(header => header.Name != name), (name, value)] };

    public static HttpReply Json(int status, string body, string mediaType = "application/json") =>
        new HttpReply(status) { Body = Encoding.UTF8.GetBytes(body) }.With("Content-Type", mediaType);
}
