namespace Harvis.Model.Environments;

/// <summary>What runs an environment's workloads.</summary>
public enum DeliveryEngine
{
    /// <summary>Docker Compose on this machine: no cluster needed.</summary>
    Compose,
}
