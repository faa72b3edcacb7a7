using Harvis.Model.Diagnostics;

namespace Harvis.Deployment;

/// <summary>The codes of failed deliveries; each has a page under <c>docs/diagnostics/</c>.</summary>
public static class DeploymentCodes
{
    /// <summary>A port that the environment publishes is in use by something else.</summary>
    public static DiagnosticCode PortInUse { get; } = new(6101);

    /// <summary>The environment's containers didn't become healthy.</summary>
    public static DiagnosticCode NotHealthy { get; } = new(6102);

    /// <summary>A smoke test failed.</summary>
    public static DiagnosticCode SmokeTestFailed { get; } = new(6103);
}
