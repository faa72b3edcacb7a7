using Harvis.Containers.Content;
using Harvis.Model.Diagnostics;

namespace Harvis.Containers.Building;

/// <summary>Turns a failure's output into what people are told.</summary>
static class BuildFailures
{
    /// <summary>The exception for a build or push that failed.</summary>
    public static ImageBuildException Exception(ImageBuildRequest request, string builder, BuildFailure failure, string output, Exception? cause = null) =>
        new(request.Image, Judge(request, builder, failure, output), failure.Step, failure.LastLines, cause);

    static Diagnostic Judge(ImageBuildRequest request, string builder, BuildFailure failure, string output)
    {
        if (BuildFailure.DiskFull(output) is { } line) return BuildDiagnostics.DiskFull(request.Image, line);
        if (BuildFailure.ExpectedHttps(output)) return BuildDiagnostics.PlainHttp(request.Image, request.Destination);
        return BuildDiagnostics.BuildFailed(request.Image, builder, failure) with { Remedy = LeftOut(request.Content, failure.Step) };
    }

    // The likeliest reason for a COPY that finds nothing: what it wants lies there, but isn't part of the content.
    static string LeftOut(ImageContent content, string? step)
    {
        var words = step?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
        if (words.Length < 3 || words[0].ToUpperInvariant() is not ("COPY" or "ADD") || words.Any(word => word.StartsWith("--from", StringComparison.Ordinal))) return "";
        var missing = words[1..^1]
            .Where(word => !word.StartsWith("--", StringComparison.Ordinal))
            .Select(word => GoPath.Clean(word.TrimStart('/')))
            .FirstOrDefault(path => Path.Exists(Path.Combine(content.Folder, path)) && !IsInContext(content, path));
        return missing is null ? "" : $"\"{missing}\" is there, but git or .dockerignore leaves it out of the context.";
    }

    static bool IsInContext(ImageContent content, string path) =>
        path == "." || content.Entries.Any(entry => entry.Path == path || entry.Path.StartsWith($"{path}/", StringComparison.Ordinal));
}
