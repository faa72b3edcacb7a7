using Harvis.Generation.GitHubActions.Expressions;
using Harvis.Generation.Yaml;

namespace Harvis.Generation.GitHubActions.Jobs;

/// <summary>Who pulls an image.</summary>
/// <param name="UserName">The account.</param>
/// <param name="Password">Its password: a secret, never a text (see HRV2105).</param>
public sealed record ContainerCredentials(Template UserName, Template Password)
{
    internal YamlMap ToYaml() => YamlMap.Of(("username", UserName.ToString()), ("password", Password.ToString()));
}
