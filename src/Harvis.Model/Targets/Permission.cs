namespace Harvis.Model.Targets;

/// <summary>One thing that a CI job may do beyond reading the code.</summary>
public enum Permission
{
    /// <summary>Read the repository's code.</summary>
    ReadCode,

    /// <summary>Push commits and tags.</summary>
    WriteCode,

    /// <summary>Comment on pull requests.</summary>
    WritePullRequests,

    /// <summary>Upload findings to the security view.</summary>
    WriteSecurityFindings,

    /// <summary>Open and close deployments.</summary>
    WriteDeployments,

    /// <summary>Publish packages and images.</summary>
    WritePackages,

    /// <summary>Get an identity token (OIDC).</summary>
    IdentityToken,

    /// <summary>Write build provenance.</summary>
    WriteAttestations,

    /// <summary>Read what became of workflow and pipeline runs.</summary>
    ReadWorkflowRuns,
}
