using Harvis.Model.Diagnostics;

namespace Harvis.Containers.Delivery;

/// <summary>The codes of refusals on an image's way to an environment.</summary>
public static class DeliveryCodes
{
    /// <summary>The registry doesn't hold an image that is to be tagged or deployed.</summary>
    public static DiagnosticCode NotInRegistry { get; } = new(3201);

    /// <summary>No registry answers, and none could be started.</summary>
    public static DiagnosticCode NoRegistry { get; } = new(3202);
}
