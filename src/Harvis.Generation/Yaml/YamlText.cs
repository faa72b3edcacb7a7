namespace Harvis.Generation.Yaml;

/// <summary>A text. Written so that every YAML 1.1 and 1.2 reader reads the same text, whatever it looks like.</summary>
/// <param name="Value">The text.</param>
public sealed record YamlText(string Value) : YamlNode;
