using Harvis.Engine.Generated.Diffs;

namespace Harvis.Engine.Generated;

/// <summary>One file, what is on disk and what should be.</summary>
/// <param name="Path">Relative to the root, with forward slashes.</param>
/// <param name="Verdict">How they compare.</param>
/// <param name="Actual">What is on disk; empty where nothing is.</param>
/// <param name="Expected">What should be; empty where nothing should.</param>
sealed record JudgedFile(string Path, FileVerdict Verdict, string Actual, string Expected)
{
    /// <summary>The change that makes the one into the other.</summary>
    public UnifiedDiff Diff() => UnifiedDiff.Between(
        Verdict == FileVerdict.Missing ? UnifiedDiff.Nothing : $"a/{Path}",
        Actual,
        Verdict == FileVerdict.Orphaned ? UnifiedDiff.Nothing : $"b/{Path}",
        Expected);
}
