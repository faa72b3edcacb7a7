using Harvis.Generation.Yaml;

namespace Harvis.Generation.GitHubActions.Documents;

/// <summary>Puts raw parts into what the model says. Maps and lists grow; a value that is there already stays (see HRV2006).</summary>
static class RawParts
{
    /// <summary>The document with all parts.</summary>
    public static YamlMap Merge(YamlMap document, IReadOnlyList<YamlMap> parts) => parts.Aggregate(document, Merge);

    /// <summary>The paths of values that both have and that aren't maps or lists.</summary>
    public static IEnumerable<string> Conflicts(YamlMap document, YamlMap part, string path = "") => part.Entries.SelectMany(entry =>
        document.Entries.Where(own => own.Key == entry.Key).SelectMany(own => (own.Value, entry.Value) switch
        {
            (YamlMap left, YamlMap right) => Conflicts(left, right, $"{path}{entry.Key}."),
            (YamlList, YamlList) => [],
            _ => [$"{path}{entry.Key}"],
        }));

    static YamlMap Merge(YamlMap document, YamlMap part)
    {
        var own = document.Entries.Select(entry => (entry.Key, Merge(entry.Value, YamlLookup.Find(part, entry.Key))));
        var added = part.Entries.Where(entry => YamlLookup.Find(document, entry.Key) is null);
        return new YamlMap([.. own, .. added]);
    }

    static YamlNode Merge(YamlNode own, YamlNode? added) => (own, added) switch
    {
        (YamlMap left, YamlMap right) => Merge(left, right),
        (YamlList left, YamlList right) => new YamlList([.. left.Items, .. right.Items]),
        _ => own,
    };
}
