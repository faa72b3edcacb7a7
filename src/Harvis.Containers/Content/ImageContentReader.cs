using System.Collections.Concurrent;
using System.Text;
using Harvis.Containers.Building;
using Harvis.Engine.Files;
using Harvis.Engine.Processes;
using Harvis.Model.Diagnostics;
using Harvis.Model.Images;

namespace Harvis.Containers.Content;

/// <summary>Reads what images are made of. One reader asks git once and hashes a file once, for all images.</summary>
/// <remarks>What git lists is kept as long as the reader lives: take a new one for each step that may have written sources.</remarks>
/// <param name="root">The repository's root, a full path.</param>
/// <param name="processes">Runs git.</param>
/// <param name="digests">Digests known from earlier runs; stored again after each image.</param>
public sealed class ImageContentReader(string root, IProcessRunner processes, FileDigestCache digests)
{
    readonly SourceFiles _sources = new(processes, root);

    /// <summary>Reads what an image is made of.</summary>
    /// <param name="image">The image; its context and Dockerfile exist (<see cref="ImageSources.Check"/>).</param>
    /// <param name="bases">For each of <see cref="ContainerImage.Bases"/> the reference it stands for, with a digest.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="DiagnosticException">A file that it needs is missing or wrong, or git refuses to list files.</exception>
    /// <exception cref="ArgumentException">A base image is missing from <paramref name="bases"/> or has no digest.</exception>
    /// <exception cref="IOException">A file can't be read.</exception>
    public async Task<ImageContent> ReadAsync(
        ContainerImage image, IReadOnlyDictionary<string, ImageReference> bases, CancellationToken cancellationToken = default)
    {
        var problems = ImageSources.Check(image, root);
        if (problems.Count > 0) throw new DiagnosticException(problems);
        foreach (var argument in image.Bases.Keys)
        {
            if (!bases.TryGetValue(argument, out var reference) || reference.Digest is null)
                throw new ArgumentException($"Base image {argument} of \"{image}\" has no reference with a digest.", nameof(bases));
        }

        var folder = ImageSources.ContextFolder(image, root);
        var context = Path.GetRelativePath(root, folder).Replace('\\', '/');
        var dockerfile = await ReadFileAsync(folder, image.Dockerfile, cancellationToken);
        var ignoreFile = await IgnoreFileAsync(folder, image, cancellationToken);
        var ignore = ignoreFile is null ? DockerIgnore.Nothing : DockerIgnore.Parse(Encoding.UTF8.GetString(ignoreFile.Bytes.Span));
        var listed = await _sources.UnderAsync(context == "." ? "" : context, cancellationToken);
        var entries = await Task.Run(() => Read(folder, listed.Where(path => !ignore.Excludes(path)), cancellationToken), cancellationToken);
        digests.Save();
        return new ImageContent(image, folder, dockerfile, ignoreFile, entries, bases.Where(pair => image.Bases.ContainsKey(pair.Key)).ToDictionary());
    }

    List<ContentEntry> Read(string folder, IEnumerable<string> paths, CancellationToken cancellationToken)
    {
        var entries = new ConcurrentBag<ContentEntry>();
        var options = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.ForEach(paths, options, path =>
        {
            if (Read(folder, path, cancellationToken) is { } entry) entries.Add(entry);
        });
        return [.. entries.OrderBy(entry => entry.Path, StringComparer.Ordinal)];
    }

    ContentEntry? Read(string folder, string path, CancellationToken cancellationToken)
    {
        var full = Path.Combine(folder, path);
        switch (FileStatus.Of(full))
        {
            case { Kind: EntryKind.File } status:
                return new ContentEntry(path, EntryKind.File, status.Executable, status.Size, digests.Of(full, status, cancellationToken));
            case { Kind: EntryKind.Link } when new FileInfo(full).LinkTarget is { } target:
                return new ContentEntry(path, EntryKind.Link, Executable: false, 0, Digest.OfBytes(Encoding.UTF8.GetBytes(target)), target);
            default:
                return null;
        }
    }

    // A file of the Dockerfile's own goes before the folder's: https://docs.docker.com/build/concepts/context/#filename-and-location.
    static async Task<ContentFile?> IgnoreFileAsync(string folder, ContainerImage image, CancellationToken cancellationToken)
    {
        var path = ImageSources.IgnoreFile(folder, image);
        return path is null ? null : await ReadFileAsync(folder, path, cancellationToken);
    }

    static async Task<ContentFile> ReadFileAsync(string folder, string path, CancellationToken cancellationToken)
    {
        var bytes = await File.ReadAllBytesAsync(Path.Combine(folder, path), cancellationToken);
        return new ContentFile(new ContentEntry(path, EntryKind.File, Executable: false, bytes.Length, Digest.OfBytes(bytes)), bytes);
    }
}
