namespace Scenarios.Permissions;

sealed class Pipeline : Scenario
{
    Target Comment => _ => _.Permissions(Permission.WritePullRequests).On(Trigger.PullRequest("main")).Executes(Run("comment"));

    Target Findings => _ => _.Permissions(Permission.WriteSecurityFindings).On(Trigger.Push("main")).Executes(Run("upload"));

    Target Packages => _ => _.Permissions(Permission.WritePackages, Permission.ReadCode).On(Trigger.Push("main")).Executes(Run("push"));

    Target Deployments => _ => _.Permissions(Permission.WriteDeployments).On(Trigger.Push("main")).Executes(Run("record"));
}
