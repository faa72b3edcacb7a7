using Harvis.Model.Diagnostics;
using Harvis.Model.Images;

namespace Harvis.Containers.Building;

/// <summary>A build or its push failed.</summary>
public sealed class ImageBuildException : Exception
{
    /// <summary>Says which image failed, why, and what was printed last.</summary>
    public ImageBuildException(ContainerImage image, Diagnostic diagnostic, string? step, IReadOnlyList<string> lastLines, Exception? innerException = null)
        : base(Describe(diagnostic, lastLines), innerException) =>
        (Image, Diagnostic, Step, LastLines) = (image, diagnostic, step, lastLines);

    /// <summary>What was built.</summary>
    public ContainerImage Image { get; }

    /// <summary>What went wrong and what to do.</summary>
    public Diagnostic Diagnostic { get; }

    /// <summary>The Dockerfile's step that failed, or null where it failed outside a step.</summary>
    public string? Step { get; }

    /// <summary>What that step printed last, at most 20 lines.</summary>
    public IReadOnlyList<string> LastLines { get; }

    static string Describe(Diagnostic diagnostic, IReadOnlyList<string> lastLines) =>
        lastLines.Count == 0 ? diagnostic.ToString() : $"{diagnostic}\n{string.Join('\n', lastLines.Select(line => $"  | {line}"))}";
}
