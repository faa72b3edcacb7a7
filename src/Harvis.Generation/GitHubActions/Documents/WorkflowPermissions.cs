using Harvis.Generation.Yaml;

namespace Harvis.Generation.GitHubActions.Documents;

/// <summary>What the token of a workflow or job may do; what isn't granted is refused.</summary>
/// <param name="Grants">What is granted; empty for nothing at all.</param>
/// <remarks>https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#permissions.</remarks>
public sealed record WorkflowPermissions(IReadOnlyList<PermissionGrant> Grants)
{
    /// <summary>Nothing.</summary>
    public static WorkflowPermissions None { get; } = new([]);

    /// <summary>Everything, without a list: see HRV2104.</summary>
    public static WorkflowPermissions WriteAll { get; } = new([]) { Everything = "write-all" };

    /// <summary><c>read-all</c> or <c>write-all</c>, in the place of grants; null for the grants.</summary>
    public string? Everything { get; init; }

    internal YamlNode ToYaml() => Everything is { } all ? new YamlText(all) : YamlMap.Of(Grants.Select(grant => (grant.Scope, (YamlNode?)grant.ToYaml())));
}
