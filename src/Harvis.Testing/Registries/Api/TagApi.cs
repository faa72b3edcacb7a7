using System.Globalization;
using Harvis.Testing.Http;

namespace Harvis.Testing.Registries.Api;

/// <summary><c>/v2/NAME/tags/list</c>, in pages.</summary>
internal sealed class TagApi(RegistryContent content, FakeRegistryOptions options)
{
    public HttpReply Answer(HttpExchange request, string repository)
    {
        lock (content.Lock)
        {
            if (content.Find(repository) is not { } found) return Gate.Error(404, "NAME_UNKNOWN");
            var asked = int.TryParse(request.Query("n"), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : int.MaxValue;
            var last = request.Query("last") ?? "";
            var rest = found.Tags.Keys.Where(tag => string.CompareOrdinal(tag, last) > 0).ToList();
            var page = rest.Take(Math.Min(asked, options.MaxTagPage)).ToList();
            var reply = HttpReply.Json(200, $$"""{"name":"{{repository}}","tags":[{{string.Join(',', page.Select(tag => $"\"{tag}\""))}}]}""");
            if (page.Count == 0 || page.Count == rest.Count) return reply;
            var next = string.Create(CultureInfo.InvariantCulture, $"/v2/{repository}/tags/list?last={page[^1]}&n={page.Count}");
            return reply.With("Link", $"<{next}>; rel=\"next\"");
        }
    }
}
