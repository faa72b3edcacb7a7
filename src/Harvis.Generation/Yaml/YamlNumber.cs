namespace Harvis.Generation.Yaml;

/// <summary>A whole number.</summary>
/// <param name="Value">The number.</param>
public sealed record YamlNumber(long Value) : YamlNode;
