using Harvis.Model.Diagnostics;

namespace Harvis.Model.Ci.ImageFlow;

/// <summary>The codes of images that don't get where they are needed; each has a page under <c>docs/diagnostics/</c>.</summary>
public static class ImageFlowCodes
{
    /// <summary>An image is pushed to a registry of one node's own and needed on another.</summary>
    public static DiagnosticCode OtherNodesRegistry { get; } = new(2320);

    /// <summary>An image is built or run where its platform isn't.</summary>
    public static DiagnosticCode OtherPlatform { get; } = new(2321);

    /// <summary>An image travels between jobs as a file.</summary>
    public static DiagnosticCode ArchiveHandedOver { get; } = new(2322);
}
