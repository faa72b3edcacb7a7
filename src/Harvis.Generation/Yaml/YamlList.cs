namespace Harvis.Generation.Yaml;

/// <summary>A list.</summary>
/// <param name="Items">Its items.</param>
public sealed record YamlList(IReadOnlyList<YamlNode> Items) : YamlNode
{
    /// <summary>A list of texts.</summary>
    public static YamlList Of(IEnumerable<string> texts) => new([.. texts.Select(text => new YamlText(text))]);
}
