using System.Text.Json;

namespace Harvis.Containers.Registries.Content;

/// <summary>Reads the configuration blob of an image.</summary>
public static class ImageConfigReading
{
    /// <summary>Reads a configuration from the bytes of its blob.</summary>
    /// <exception cref="FormatException">It isn't one.</exception>
    public static ImageConfig Read(ReadOnlySpan<byte> blob)
    {
        try
        {
            return JsonSerializer.Deserialize(blob, ContentJson.Default.ImageConfig) ?? throw new FormatException("The configuration of an image is an object, not null.");
        }
        catch (JsonException unreadable)
        {
            throw new FormatException($"This isn't the configuration of an image: {unreadable.Message}", unreadable);
        }
    }
}
