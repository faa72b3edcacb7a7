using System.Globalization;
using Harvis.Generation.Yaml;

namespace Harvis.Generation.Compose;

/// <summary>A service of a compose file.</summary>
public sealed record ComposeService
{
    /// <summary>Its name, by which the others reach it.</summary>
    public required string Name { get; init; }

    /// <summary>The image it runs, by digest.</summary>
    public required string Image { get; init; }

    /// <summary>Its environment variables.</summary>
    public IReadOnlyList<(string Name, string Value)> Variables { get; init; } = [];

    /// <summary>The ports of the loopback address that reach it: outside, inside.</summary>
    public IReadOnlyList<(int Published, int Port)> Ports { get; init; } = [];

    /// <summary>The services that must be healthy before it starts.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>Named volumes and where they are mounted.</summary>
    public IReadOnlyList<(string Volume, string Path)> Volumes { get; init; } = [];

    /// <summary>The secrets it reads.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>Paths in memory that it may write to; the rest of its file system is read-only.</summary>
    public IReadOnlyList<string> ScratchPaths { get; init; } = [];

    /// <summary>Labels of its container.</summary>
    public IReadOnlyList<(string Name, string Value)> Labels { get; init; } = [];

    internal YamlMap ToYaml() => YamlMap.Of(
        ("image", Image),
        ("environment", Texts(Variables)),
        ("ports", Ports.Count == 0 ? null : YamlList.Of(Ports.Select(port => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port.Published}:{port.Port}")))),
        ("depends_on", Needs.Count == 0 ? null : YamlMap.Of(Needs.Select(need => (need, (YamlNode?)YamlMap.Of(("condition", "service_healthy")))))),
        ("volumes", Volumes.Count == 0 ? null : YamlList.Of(Volumes.Select(volume => ComposeText.Of($"{volume.Volume}:{volume.Path}")))),
        ("secrets", Secrets.Count == 0 ? null : YamlList.Of(Secrets)),
        ("read_only", true),
        ("tmpfs", ScratchPaths.Count == 0 ? null : YamlList.Of(ScratchPaths.Select(ComposeText.Of))),
        ("cap_drop", YamlList.Of(["ALL"])),
        ("security_opt", YamlList.Of(["no-new-privileges:true"])),
        ("restart", "unless-stopped"),
        ("labels", Texts(Labels)));

    static YamlMap? Texts(IReadOnlyList<(string Name, string Value)> pairs) =>
        pairs.Count == 0 ? null : YamlMap.Of(pairs.Select(pair => (pair.Name, (YamlNode?)ComposeText.Of(pair.Value))));
}
