using System.Text.Json.Serialization;

namespace Harvis.Containers.Registries.Content;

/// <summary>
/// How the containers of an image start.
/// See https://github.com/opencontainers/image-spec/blob/main/config.md#properties.
/// </summary>
public sealed record ContainerConfig
{
    /// <summary>User and group, by name or number; null for root.</summary>
    [JsonPropertyName("User")]
    public string? User { get; init; }

    /// <summary>Variables, each as <c>NAME=value</c>.</summary>
    [JsonPropertyName("Env")]
    public IReadOnlyList<string>? Variables { get; init; }

    /// <summary>The program and its first arguments.</summary>
    [JsonPropertyName("Entrypoint")]
    public IReadOnlyList<string>? Entrypoint { get; init; }

    /// <summary>Further arguments, or the whole command where there is no entry point.</summary>
    [JsonPropertyName("Cmd")]
    public IReadOnlyList<string>? Command { get; init; }

    /// <summary>The working directory.</summary>
    [JsonPropertyName("WorkingDir")]
    public string? WorkingDirectory { get; init; }

    /// <summary>Labels.</summary>
    [JsonPropertyName("Labels")]
    public IReadOnlyDictionary<string, string>? Labels { get; init; }
}
