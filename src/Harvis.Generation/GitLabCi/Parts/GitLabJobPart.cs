using Harvis.Generation.Yaml;
using Harvis.Model.Ci;

namespace Harvis.Generation.GitLabCi.Parts;

/// <summary>
/// Keywords of a job that the model has no word for, merged into the job of its target: maps are joined, lists appended, everything else
/// replaced. What the plan decides (script, needs, rules, …) it can't say.
/// </summary>
/// <param name="Keywords">The keywords, as https://docs.gitlab.com/ci/yaml/#job-keywords has them.</param>
public sealed record GitLabJobPart(YamlMap Keywords) : CiExtension;
