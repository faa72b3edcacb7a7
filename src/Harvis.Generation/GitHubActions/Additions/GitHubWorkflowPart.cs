using Harvis.Generation.Yaml;
using Harvis.Model.Ci;

namespace Harvis.Generation.GitHubActions.Additions;

/// <summary>A part of a GitHub workflow that the model has no word for, merged into it. It is held to the same rules as the rest.</summary>
/// <param name="Part">The keys at the top of the file.</param>
public sealed record GitHubWorkflowPart(YamlMap Part) : CiExtension;
