using Harvis.Model.Images;

namespace Harvis.Engine.Caching;

/// <summary>A file that a node left.</summary>
/// <param name="Path">Relative to the repository's root, with forward slashes.</param>
/// <param name="Digest">The digest of its content.</param>
/// <param name="Executable">Whether it may be executed.</param>
readonly record struct CachedFile(string Path, Digest Digest, bool Executable);
