using Harvis.Generation.Yaml;

namespace Harvis.Generation.GitHubActions.Documents;

/// <summary>One thing that a token may do.</summary>
/// <param name="Scope">On what: contents, packages, id-token, …</param>
/// <param name="MayWrite">Whether it may change it; otherwise only read.</param>
/// <param name="Reason">What for; stands behind it as a comment.</param>
public sealed record PermissionGrant(string Scope, bool MayWrite, string? Reason = null)
{
    internal YamlText ToYaml() => new(MayWrite ? "write" : "read") { Comment = Reason };
}
