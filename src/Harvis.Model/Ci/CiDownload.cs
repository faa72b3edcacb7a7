namespace Harvis.Model.Ci;

/// <summary>Files that a job takes from another.</summary>
/// <param name="Job">The id of the job that uploads them.</param>
/// <param name="Globs">Which of them.</param>
public sealed record CiDownload(string Job, IReadOnlyList<string> Globs);
