using System.Text.RegularExpressions;
using Harvis.Generation.Yaml;
using Harvis.Model.Diagnostics;

namespace Harvis.Generation.GitLabCi.Rules;

/// <summary>No variable whose name says that it is secret has its value in the file.</summary>
static partial class SecretRules
{
    public static IEnumerable<Diagnostic> Check(string section, YamlMap keywords) => Variables(keywords)
        .Where(variable => SecretName().IsMatch(variable.Name) && variable.Value.Length > 0 && !variable.Value.StartsWith('$'))
        .Select(variable => new Diagnostic(
            GitLabCodes.LiteralSecret,
            $"Variable {variable.Name} of {section} has its value in the file, which everybody reads who can read the code.",
            "Replace the secret, and set it as a masked and protected CI/CD variable of the project."));

    static IEnumerable<(string Name, string Value)> Variables(YamlMap keywords) =>
    [
        .. Of(keywords),
        .. keywords.Entries.Where(entry => entry.Key is "services" or "rules").Select(entry => entry.Value).OfType<YamlList>().SelectMany(list => list.Items).OfType<YamlMap>().SelectMany(Of),
    ];

    static IEnumerable<(string Name, string Value)> Of(YamlMap keywords) => keywords.Entries
        .Where(entry => entry.Key == "variables").Select(entry => entry.Value).OfType<YamlMap>()
        .SelectMany(variables => variables.Entries).Select(variable => (variable.Key, Text(variable.Value)));

    static string Text(YamlNode value) => value switch
    {
        YamlText text => text.Value,
        YamlNumber => "0",
        YamlMap map => map.Entries.Where(entry => entry.Key == "value").Select(entry => Text(entry.Value)).FirstOrDefault(""),
        _ => "",
    };

    [GeneratedRegex("(^|_)(TOKEN|PASSWORD|PASSWD|PASSPHRASE|SECRET|CREDENTIALS?|(API|ACCESS|PRIVATE|SIGNING|ENCRYPTION|SECRET)_?KEY)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SecretName();
}
