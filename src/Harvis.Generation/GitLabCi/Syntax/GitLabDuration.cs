using System.Globalization;

namespace Harvis.Generation.GitLabCi.Syntax;

/// <summary>Durations as GitLab reads them: <c>1h 30m</c>. See https://docs.gitlab.com/ci/yaml/#timeout.</summary>
static class GitLabDuration
{
    /// <summary>The duration, rounded up to whole seconds, at least one.</summary>
    public static string Of(TimeSpan duration)
    {
        var seconds = Math.Max(1, (long)Math.Ceiling(duration.TotalSeconds));
        (string Unit, long Count)[] parts = [("h", seconds / 3600), ("m", seconds / 60 % 60), ("s", seconds % 60)];
        return string.Join(' ', parts.Where(part => part.Count > 0).Select(part => part.Count.ToString(CultureInfo.InvariantCulture) + part.Unit));
    }
}
