using Harvis.Containers.Content;
using Harvis.Model.Diagnostics;
using Harvis.Model.Images;

namespace Harvis.Containers.Building;

/// <summary>Judges, before anything runs, whether what an image is built from is there and fits together.</summary>
public static class ImageSources
{
    /// <summary>What is wrong with the context, the Dockerfile, its stage, its arguments or the ignore file; empty if nothing is.</summary>
    /// <param name="image">The image.</param>
    /// <param name="root">The repository's root, a full path.</param>
    public static IReadOnlyList<Diagnostic> Check(ContainerImage image, string root)
    {
        ArgumentNullException.ThrowIfNull(image);
        var folder = ContextFolder(image, root);
        if (!IsInside(folder, root)) return [BuildDiagnostics.ContextOutside(image)];
        if (!Directory.Exists(folder)) return [BuildDiagnostics.NoContext(image, NearestPath.Of(root, image.Context))];
        var dockerfile = Path.GetFullPath(Path.Combine(folder, image.Dockerfile));
        if (!IsInside(dockerfile, folder)) return [BuildDiagnostics.DockerfileOutside(image)];
        if (!File.Exists(dockerfile)) return [BuildDiagnostics.NoDockerfile(image, NearestPath.Of(folder, image.Dockerfile))];
        return [.. CheckDockerfile(image, Dockerfile.Parse(File.ReadAllText(dockerfile))), .. CheckIgnoreFile(image, folder)];
    }

    internal static string ContextFolder(ContainerImage image, string root) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(Path.Combine(root, image.Context)));

    /// <summary>The ignore file that counts, relative to the context, or null for none.</summary>
    internal static string? IgnoreFile(string folder, ContainerImage image) =>
        new[] { $"{image.Dockerfile}.dockerignore", ".dockerignore" }.FirstOrDefault(path => File.Exists(Path.Combine(folder, path)));

    static IEnumerable<Diagnostic> CheckDockerfile(ContainerImage image, Dockerfile dockerfile)
    {
        if (image.Stage is { } stage && !dockerfile.HasStage(stage)) yield return BuildDiagnostics.NoStage(image, stage, dockerfile.StageNames);
        foreach (var argument in image.Bases.Keys.Concat(image.Arguments.Keys).Except(dockerfile.Arguments).Except(Dockerfile.PredefinedArguments))
            yield return BuildDiagnostics.NoArgument(image, argument, dockerfile.Arguments);
        foreach (var argument in dockerfile.ArgumentsNeeded.Except(image.Bases.Keys).Except(image.Arguments.Keys))
            yield return BuildDiagnostics.ArgumentNeeded(image, argument);
    }

    static IEnumerable<Diagnostic> CheckIgnoreFile(ContainerImage image, string folder)
    {
        if (IgnoreFile(folder, image) is not { } path) return [];
        try
        {
            DockerIgnore.Parse(File.ReadAllText(Path.Combine(folder, path)));
            return [];
        }
        catch (FormatException malformed)
        {
            return [BuildDiagnostics.BadPattern(image, path, malformed.Message)];
        }
    }

    static bool IsInside(string path, string folder) =>
        Path.GetRelativePath(folder, path) is var relative && relative != ".." && !relative.StartsWith("../", StringComparison.Ordinal) && !Path.IsPathRooted(relative);
}
