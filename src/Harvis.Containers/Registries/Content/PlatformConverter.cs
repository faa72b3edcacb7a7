using System.Text.Json;
using System.Text.Json.Serialization;
using Harvis.Model.Images;

namespace Harvis.Containers.Registries.Content;

/// <summary>Reads and writes a platform as the object with <c>architecture</c>, <c>os</c> and <c>variant</c>; further members are skipped.</summary>
internal sealed class PlatformConverter : JsonConverter<Platform>
{
    public override Platform Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("A platform is an object.");
        var (os, architecture, variant) = ("", "", (string?)null);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            switch (name)
            {
                case "os": os = reader.GetString() ?? ""; break;
                case "architecture": architecture = reader.GetString() ?? ""; break;
                case "variant": variant = reader.GetString() is { Length: > 0 } text ? text : null; break;
                default: reader.Skip(); break;
            }
        }

        return new Platform(os, architecture, variant);
    }

    public override void Write(Utf8JsonWriter writer, Platform value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("architecture", value.Architecture);
        writer.WriteString("os", value.Os);
        if (value.Variant is not null) writer.WriteString("variant", value.Variant);
        writer.WriteEndObject();
    }
}
