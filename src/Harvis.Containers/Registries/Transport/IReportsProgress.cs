namespace Harvis.Containers.Registries.Transport;

/// <summary>A body that may take long, and says whenever a part of it went out.</summary>
internal interface IReportsProgress
{
    /// <summary>Called after each part.</summary>
    Action? Progressed { get; set; }
}
