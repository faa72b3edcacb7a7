using Harvis.Generation.Yaml;

namespace Harvis.Generation.GitHubActions.Documents;

/// <summary>Reads documents.</summary>
static class YamlLookup
{
    /// <summary>The value of a key, or null; null of what isn't a map.</summary>
    public static YamlNode? Find(YamlNode? node, string key) =>
        node is YamlMap map ? map.Entries.Where(entry => entry.Key == key).Select(entry => entry.Value).FirstOrDefault() : null;

    /// <summary>The text of a key, or null.</summary>
    public static string? Text(YamlNode? node, string key) => (Find(node, key) as YamlText)?.Value;

    /// <summary>The keys of a map; none of what isn't one.</summary>
    public static IEnumerable<(string Key, YamlNode Value)> Entries(YamlNode? node) => node is YamlMap map ? map.Entries : [];

    /// <summary>The items of a list; none of what isn't one.</summary>
    public static IEnumerable<YamlNode> Items(YamlNode? node) => node is YamlList list ? list.Items : [];

    /// <summary>Every text below a node, keys left out.</summary>
    public static IEnumerable<string> Texts(YamlNode? node) => node switch
    {
        YamlText text => [text.Value],
        YamlMap map => map.Entries.SelectMany(entry => Texts(entry.Value)),
        YamlList list => list.Items.SelectMany(Texts),
        _ => [],
    };
}
