using Harvis.Generation.GitHubActions.Documents;
using Harvis.Model.Targets;

namespace Harvis.Generation.GitHubActions.Plans;

/// <summary>What jobs may do, in GitHub's words, each with its reason.</summary>
static class PermissionWords
{
    /// <summary>Reading the code, and what is asked for.</summary>
    public static WorkflowPermissions Of(IReadOnlyList<Permission> permissions) =>
        new([.. permissions.Order().Prepend(Permission.ReadCode).Select(Grant).GroupBy(grant => grant.Scope).Select(scope => scope.FirstOrDefault(grant => grant.MayWrite) ?? scope.First())]);

    /// <summary>Whether who may do it can change what others use: never for a pull request.</summary>
    public static bool Publishes(Permission permission) =>
        permission is not (Permission.ReadCode or Permission.ReadWorkflowRuns or Permission.WritePullRequests or Permission.WriteSecurityFindings);

    static PermissionGrant Grant(Permission permission) => permission switch
    {
        Permission.ReadCode => new("contents", false),
        Permission.WriteCode => new("contents", true, "Pushes commits and tags."),
        Permission.WritePullRequests => new("pull-requests", true, "Comments on pull requests."),
        Permission.WriteSecurityFindings => new("security-events", true, "Uploads findings to the security view."),
        Permission.WriteDeployments => new("deployments", true, "Opens and closes deployments."),
        Permission.WritePackages => new("packages", true, "Publishes packages and images."),
        Permission.IdentityToken => new("id-token", true, "Gets an identity token (OIDC)."),
        Permission.WriteAttestations => new("attestations", true, "Writes build provenance."),
        Permission.ReadWorkflowRuns => new("actions", false, "Reads what became of workflow runs."),
        _ => throw new InvalidOperationException($"There are no words for {permission}."),
    };
}
