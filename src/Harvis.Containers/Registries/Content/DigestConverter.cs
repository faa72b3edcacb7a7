using System.Text.Json;
using System.Text.Json.Serialization;
using Harvis.Model.Images;

namespace Harvis.Containers.Registries.Content;

/// <summary>Reads and writes a digest as its text.</summary>
internal sealed class DigestConverter : JsonConverter<Digest>
{
    public override Digest Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Digest.TryParse(reader.GetString(), null, out var digest) ? digest : throw new JsonException("A digest is sha256: or sha512: and hexadecimal digits.");

    public override void Write(Utf8JsonWriter writer, Digest value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
