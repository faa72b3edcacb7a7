using Harvis.Generation.Yaml;
using Harvis.Model.Ci;

namespace Harvis.Generation.GitHubActions.Additions;

/// <summary>A part of a job of a GitHub workflow that the model has no word for, merged into it. It is held to the same rules as the rest.</summary>
/// <param name="Part">The keys below the job.</param>
public sealed record GitHubJobPart(YamlMap Part) : CiExtension;
