using Harvis.Generation.GitHubActions.Expressions;
using Harvis.Generation.Yaml;

namespace Harvis.Generation.GitHubActions.Documents;

/// <summary>Parts of documents that are texts.</summary>
static class YamlTexts
{
    /// <summary>A map of names and texts, or nothing for none.</summary>
    public static YamlMap? Of(IReadOnlyList<(string Name, Template Value)> pairs) =>
        pairs.Count == 0 ? null : YamlMap.Of(pairs.Select(pair => (pair.Name, (YamlNode?)new YamlText(pair.Value.ToString()))));

    /// <summary>A text, or nothing.</summary>
    public static YamlText? Of(Template? text) => text is null ? null : new YamlText(text.ToString());

    /// <summary>A list of texts, or nothing for none.</summary>
    public static YamlList? Of(IReadOnlyList<string> texts) => texts.Count == 0 ? null : YamlList.Of(texts);

    /// <summary>A condition between <c>${{ }}</c>, which every reader takes for one; nothing for none.</summary>
    public static YamlText? If(Expression? condition) => condition is null ? null : new YamlText(((Template)condition).ToString());
}
