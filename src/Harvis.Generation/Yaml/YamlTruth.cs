namespace Harvis.Generation.Yaml;

/// <summary>True or false.</summary>
/// <param name="Value">Which.</param>
public sealed record YamlTruth(bool Value) : YamlNode;
