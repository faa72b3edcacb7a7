using Harvis.Generation.Yaml;
using Harvis.Model.Images;

namespace Harvis.Generation.GitLabCi.Syntax;

/// <summary>A container beside a job: https://docs.gitlab.com/ci/yaml/#services.</summary>
/// <param name="Alias">The host name under which the job reaches it.</param>
/// <param name="Reference">Its image, by digest.</param>
public sealed record GitLabService(string Alias, ImageReference Reference)
{
    /// <summary>Its variables; nothing secret.</summary>
    public IReadOnlyList<(string Name, string Value)> Variables { get; init; } = [];

    // The runner expands $NAME in them; a doubled '$' stays one: https://docs.gitlab.com/ci/variables/#use-the--character-in-cicd-variables.
    internal YamlMap ToYaml() => YamlMap.Of(
        ("name", Reference.ToString()),
        ("alias", Alias),
        ("variables", SyntaxNode.Map(Variables.Select(variable => (variable.Name, (YamlNode?)variable.Value.Replace("$", "$$", StringComparison.Ordinal))))));
}
