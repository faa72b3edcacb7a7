namespace Harvis.Generation.Yaml;

/// <summary>A map whose keys keep their order.</summary>
/// <param name="Entries">Its entries; each key once.</param>
public sealed record YamlMap(IReadOnlyList<(string Key, YamlNode Value)> Entries) : YamlNode
{
    /// <summary>A map of those entries that have a value.</summary>
    public static YamlMap Of(params IEnumerable<(string Key, YamlNode? Value)> entries) =>
        new([.. entries.Where(entry => entry.Value is not null).Select(entry => (entry.Key, entry.Value!))]);
}
