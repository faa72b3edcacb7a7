using Harvis.Generation.Yaml;
using Harvis.Model.Diagnostics;

namespace Harvis.Generation.GitLabCi.Rules;

/// <summary>
/// Every item of a script is a text (<c>- echo "Image: x"</c> is a map to YAML, and GitLab refuses the whole file), and what anybody can
/// write reaches the shell as a quoted variable or not at all.
/// </summary>
static class ScriptRules
{
    static readonly string[] Keys = ["before_script", "script", "after_script"];

    public static IEnumerable<Diagnostic> Check(string section, YamlMap keywords) => Scripts(keywords).SelectMany(script => Items(section, script.Key, script.Value));

    static IEnumerable<(string Key, YamlNode Value)> Scripts(YamlMap keywords) =>
    [
        .. keywords.Entries.Where(entry => Keys.Contains(entry.Key, StringComparer.Ordinal)),
        .. keywords.Entries.Where(entry => entry.Key == "hooks").Select(entry => entry.Value).OfType<YamlMap>().SelectMany(hooks => hooks.Entries),
    ];

    static IEnumerable<Diagnostic> Items(string section, string key, YamlNode script) => script switch
    {
        YamlText text => UntrustedText.In(text.Value).Select(variable => Untrusted(section, key, variable)),
        YamlList list => list.Items.SelectMany(item => Items(section, key, item)),
        _ => [NotText(section, key, script)],
    };

    static Diagnostic NotText(string section, string key, YamlNode item) => new(
        GitLabCodes.ScriptNotText,
        $"An item of {key} of {section} is {Kind(item)}, not a text; GitLab refuses the whole file.",
        "Make it one YamlText: the renderer quotes whatever YAML would take for something else.");

    static string Kind(YamlNode item) => item switch
    {
        YamlMap { Entries: [var first, ..] } => $"a map with the key \"{first.Key}\"",
        YamlMap => "an empty map",
        YamlNumber number => $"the number {number.Value}",
        YamlTruth truth => truth.Value ? "the truth value true" : "the truth value false",
        _ => "something else",
    };

    static Diagnostic Untrusted(string section, string key, string variable) => new(
        GitLabCodes.UntrustedText,
        $"{key} of {section} hands ${variable}, which anybody can write who pushes or opens a merge request, to the shell unquoted.",
        $"Write \"${variable}\" in double quotes, outside of eval and sh -c; better, read the variable in the program.");
}
