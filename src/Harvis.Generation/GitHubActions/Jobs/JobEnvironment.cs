using Harvis.Generation.GitHubActions.Documents;
using Harvis.Generation.GitHubActions.Expressions;
using Harvis.Generation.Yaml;

namespace Harvis.Generation.GitHubActions.Jobs;

/// <summary>The environment of a job: its rules must let the job start, and its secrets are there.</summary>
/// <param name="Name">Its name.</param>
/// <remarks>https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idenvironment.</remarks>
public sealed record JobEnvironment(Template Name)
{
    /// <summary>Where it answers, shown with the deployment.</summary>
    public Template? Url { get; init; }

    internal YamlNode ToYaml() => Url is null ? new YamlText(Name.ToString()) : YamlMap.Of(("name", Name.ToString()), ("url", YamlTexts.Of(Url)));
}
