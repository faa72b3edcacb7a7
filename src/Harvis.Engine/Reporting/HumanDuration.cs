using System.Globalization;

namespace Harvis.Engine.Reporting;

/// <summary>Durations as people read them: <c>40 ms</c>, <c>1.9 s</c>, <c>2 min 3 s</c>, <c>1 h 5 min</c>.</summary>
static class HumanDuration
{
    public static string Text(TimeSpan duration)
    {
        var culture = CultureInfo.InvariantCulture;
        var tenths = Math.Round(duration.TotalSeconds, 1);
        var seconds = (long)Math.Round(duration.TotalSeconds);
        return duration.TotalMilliseconds < 999.5 ? string.Create(culture, $"{Math.Max(0, duration.TotalMilliseconds):0} ms")
            : tenths < 60 ? string.Create(culture, $"{tenths:0.0} s")
            : seconds < 3600 ? string.Create(culture, $"{seconds / 60} min {seconds % 60} s")
            : string.Create(culture, $"{seconds / 3600} h {seconds % 3600 / 60} min");
    }
}
