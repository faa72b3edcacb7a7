using Harvis.Generation.Yaml;
using Harvis.Model.Ci;

namespace Harvis.Generation.GitLabCi.Parts;

/// <summary>Something that the model has no word for, merged into the document: a job of its own, a global keyword.</summary>
/// <param name="Keywords">The keywords and jobs, as https://docs.gitlab.com/ci/yaml/ has them.</param>
public sealed record GitLabPipelinePart(YamlMap Keywords) : CiExtension;
