namespace Harvis.Generation.Yaml;

/// <summary>A part of a YAML document. Closed: <see cref="YamlText"/>, <see cref="YamlNumber"/>, <see cref="YamlTruth"/>, <see cref="YamlList"/>, <see cref="YamlMap"/>.</summary>
public abstract record YamlNode
{
    private protected YamlNode()
    {
    }

    /// <summary>A comment that stands behind the node on its line; one line, without '#'. Only scalars show it.</summary>
    public string? Comment { get; init; }

    /// <summary>A text.</summary>
    public static implicit operator YamlNode(string text) => new YamlText(text);

    /// <summary>A whole number.</summary>
    public static implicit operator YamlNode(int number) => new YamlNumber(number);

    /// <summary>A truth value.</summary>
    public static implicit operator YamlNode(bool value) => new YamlTruth(value);
}
