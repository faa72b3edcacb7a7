using Harvis.Engine.Files;
using Harvis.Model.Images;

namespace Harvis.Containers.Content;

/// <summary>One file or link of a build context.</summary>
/// <param name="Path">Relative to the context, with forward slashes.</param>
/// <param name="Kind">A file or a link.</param>
/// <param name="Executable">Whether its owner may execute it; other permissions don't count and aren't in the build.</param>
/// <param name="Size">In bytes; 0 for a link.</param>
/// <param name="Digest">The digest of its content, or of the text of a link's target.</param>
/// <param name="LinkTarget">Where a link points, as written; null for a file.</param>
public sealed record ContentEntry(string Path, EntryKind Kind, bool Executable, long Size, Digest Digest, string? LinkTarget = null);
