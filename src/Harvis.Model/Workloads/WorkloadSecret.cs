using Harvis.Model.Names;

namespace Harvis.Model.Workloads;

/// <summary>A secret that workloads read from a file. The model holds its name only; the value stays in the environment that runs them.</summary>
/// <param name="Name">Its name within the environment.</param>
public sealed record WorkloadSecret(DnsLabel Name);
