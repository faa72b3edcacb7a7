using Harvis.Model.Names;

namespace Harvis.Model.Workloads;

/// <summary>A volume that outlives its workload.</summary>
/// <param name="Name">Its name within the environment.</param>
/// <param name="Path">Where it is mounted, absolute.</param>
public sealed record WorkloadVolume(DnsLabel Name, string Path);
