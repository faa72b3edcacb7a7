using Harvis.Generation.Yaml;

namespace Harvis.Generation.GitLabCi.Syntax;

/// <summary>A raw part put into a document: maps are joined, lists appended, everything else replaced.</summary>
static class YamlMerge
{
    public static YamlMap Of(YamlMap document, YamlMap part)
    {
        var entries = document.Entries.ToList();
        foreach (var (key, value) in part.Entries)
        {
            var place = entries.FindIndex(entry => entry.Key == key);
            if (place < 0) entries.Add((key, value));
            else entries[place] = (key, Merged(entries[place].Value, value));
        }

        return new YamlMap(entries);
    }

    static YamlNode Merged(YamlNode was, YamlNode part) => (was, part) switch
    {
        (YamlMap map, YamlMap more) => Of(map, more),
        (YamlList list, YamlList more) => new YamlList([.. list.Items, .. more.Items]),
        _ => part,
    };
}
