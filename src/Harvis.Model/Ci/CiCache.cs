namespace Harvis.Model.Ci;

/// <summary>Files that a job keeps from one pipeline to the next. Never needed: without them the job takes longer.</summary>
/// <param name="Key">What tells one cache from another: letters, digits and '-'.</param>
/// <param name="KeyFiles">The files whose content makes one state of it, as globs.</param>
/// <param name="Paths">What is kept, relative to the repository's root.</param>
public sealed record CiCache(string Key, IReadOnlyList<string> KeyFiles, IReadOnlyList<string> Paths);
