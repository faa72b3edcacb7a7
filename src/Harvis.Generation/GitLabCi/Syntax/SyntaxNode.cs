using System.Text;
using Harvis.Generation.Yaml;

namespace Harvis.Generation.GitLabCi.Syntax;

/// <summary>The parts that all records of a GitLab document are written with: what is empty is left out.</summary>
static class SyntaxNode
{
    public static YamlNode? Texts(IReadOnlyList<string> texts) => texts.Count == 0 ? null : YamlList.Of(texts);

    public static YamlNode? Items(IReadOnlyList<YamlNode> items) => items.Count == 0 ? null : new YamlList(items);

    public static YamlNode? Map(IEnumerable<(string Key, YamlNode? Value)> entries) => YamlMap.Of(entries) is { Entries.Count: > 0 } map ? map : null;

    public static YamlNode? Text(string? text) => text is null ? null : new YamlText(text);

    public static YamlNode? Duration(TimeSpan? duration) => duration is { } known ? new YamlText(GitLabDuration.Of(known)) : null;

    /// <summary>A word of GitLab's, which is the value's name in lower case with '_' before each capital letter but the first.</summary>
    public static string Word(Enum value)
    {
        var name = value.ToString();
        var word = new StringBuilder(name.Length + 4);
        foreach (var c in name)
        {
            if (char.IsUpper(c) && word.Length > 0) word.Append('_');
            word.Append(char.ToLowerInvariant(c));
        }

        return word.ToString();
    }
}
