using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Harvis.Model.Images;

namespace Harvis.Containers.BaseImages;

/// <summary>
/// Configuration and manifest of a base image with one layer. Equal input gives equal bytes.
/// See https://github.com/opencontainers/image-spec/blob/main/manifest.md and config.md.
/// </summary>
static class BaseImageManifest
{
    public const string MediaType = "application/vnd.oci.image.manifest.v1+json";

    const string ConfigMediaType = "application/vnd.oci.image.config.v1+json";
    const string LayerMediaType = "application/vnd.oci.image.layer.v1.tar+gzip";
    const string DefaultPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    // Package names and patterns hold '+' and '<', which need no escape outside HTML.
    static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Config(BaseImageRecipe recipe, BaseImageLayer layer) => Bytes(new JsonObject
    {
        ["created"] = Created,
        ["architecture"] = recipe.Platform.Architecture,
        ["os"] = recipe.Platform.Os,
        ["variant"] = recipe.Platform.Variant,
        ["config"] = new JsonObject { ["Env"] = Environment(recipe.Image), ["Cmd"] = new JsonArray("/bin/sh") },
        ["rootfs"] = new JsonObject { ["type"] = "layers", ["diff_ids"] = new JsonArray(layer.DiffId.ToString()) },
        ["history"] = new JsonArray(new JsonObject { ["created"] = Created, ["created_by"] = $"mmdebstrap {recipe.Image.Suite}: {string.Join(' ', recipe.Image.Packages)}" }),
    });

    public static byte[] Manifest(ReadOnlySpan<byte> config, BaseImageLayer layer) => Bytes(new JsonObject
    {
        ["schemaVersion"] = 2,
        ["mediaType"] = MediaType,
        ["config"] = Descriptor(ConfigMediaType, Digest.OfBytes(config), config.Length),
        ["layers"] = new JsonArray(Descriptor(LayerMediaType, layer.Digest, layer.Bytes)),
    });

    static string Created => DebianBootstrap.Epoch.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);

    static JsonArray Environment(DebianBaseImage image)
    {
        var variables = new SortedDictionary<string, string>(image.Variables.ToDictionary(), StringComparer.Ordinal);
        variables.TryAdd("PATH", DefaultPath);
        return [.. variables.Select(pair => (JsonNode)$"{pair.Key}={pair.Value}")];
    }

    static JsonObject Descriptor(string mediaType, Digest digest, long size) => new() { ["mediaType"] = mediaType, ["digest"] = digest.ToString(), ["size"] = size };

    static byte[] Bytes(JsonObject json)
    {
        foreach (var absent in json.Where(pair => pair.Value is null).Select(pair => pair.Key).ToArray()) json.Remove(absent);
        return JsonSerializer.SerializeToUtf8Bytes(json, Plain);
    }
}
