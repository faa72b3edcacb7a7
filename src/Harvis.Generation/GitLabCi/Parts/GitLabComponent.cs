using Harvis.Generation.GitLabCi.Syntax;
using Harvis.Generation.Yaml;
using Harvis.Model.Ci;

namespace Harvis.Generation.GitLabCi.Parts;

/// <summary>
/// A component of the CI/CD catalogue that a target brings into the pipeline; other systems leave it out.
/// See https://docs.gitlab.com/ci/components/.
/// </summary>
/// <param name="Path">Its address without scheme: <c>gitlab.com/components/sast/sast</c>.</param>
/// <param name="Version">A full commit or a full version, <c>1.2.3</c>; anything else is refused, as it moves.</param>
public sealed record GitLabComponent(string Path, string Version) : CiExtension
{
    /// <summary>Its inputs: texts, numbers, truth values and lists.</summary>
    public IReadOnlyList<(string Name, YamlNode Value)> Inputs { get; init; } = [];

    internal GitLabInclude ToInclude() => new GitLabInclude.Component(Path, Version) { Inputs = Inputs };
}
