using System.Text.RegularExpressions;

namespace Harvis.Containers.Building;

/// <summary>What a builder's output says about a failure.</summary>
/// <param name="Step">The instruction that failed, or null where it failed outside one.</param>
/// <param name="Reason">The builder's own last word.</param>
/// <param name="LastLines">What the step printed last.</param>
sealed partial record BuildFailure(string? Step, string Reason, IReadOnlyList<string> LastLines)
{
    const int LinesShown = 20;

    static readonly string[] Prefixes = ["Error: ", "ERROR: ", "error: ", "failed to solve: ", "failed to compute cache key: "];

    /// <summary>Reads what <c>docker buildx build --progress=plain</c> printed.</summary>
    public static BuildFailure OfBuildKit(string output)
    {
        var lines = Lines(output);
        var reason = Reasoned(lines.LastOrDefault(line => line.StartsWith("ERROR: ", StringComparison.Ordinal)) ?? lines.LastOrDefault());

        // Between two rules of dashes: the step, then the last lines it printed with the seconds before each.
        var title = lines.FindLastIndex(line => line.StartsWith(" > ", StringComparison.Ordinal));
        if (title < 0) return new BuildFailure(null, reason, [.. lines.TakeLast(LinesShown)]);
        var printed = lines.Skip(title + 1).TakeWhile(line => !line.StartsWith("------", StringComparison.Ordinal)).Select(line => Seconds().Replace(line, ""));
        return new BuildFailure(StepOf(lines[title]), reason, [.. printed.TakeLast(LinesShown)]);
    }

    /// <summary>Reads what <c>buildah build</c> printed: steps on standard output, trouble on standard error.</summary>
    public static BuildFailure OfBuildah(string output, string error)
    {
        var printed = Lines(output);
        var step = printed.FindLastIndex(line => BuildahStep().IsMatch(line));
        var errors = Lines(error);
        return new BuildFailure(
            step < 0 ? null : BuildahStep().Match(printed[step]).Groups["step"].Value,
            Reasoned(errors.LastOrDefault()),
            [.. printed.Skip(step + 1).Concat(errors).TakeLast(LinesShown)]);
    }

    /// <summary>Reads what the Docker Engine's own builder sent.</summary>
    public static BuildFailure OfEngine(string output, string error)
    {
        var printed = Lines(output);
        var step = printed.FindLastIndex(line => EngineStep().IsMatch(line));
        return new BuildFailure(
            step < 0 ? null : EngineStep().Match(printed[step]).Groups["step"].Value,
            Reasoned(BuildDiagnostics.LastLine(error)),
            [.. printed.Skip(step + 1).Where(line => !EngineTalk().IsMatch(line)).TakeLast(LinesShown)]);
    }

    /// <summary>The line that says the disk is full, or null.</summary>
    public static string? DiskFull(string output) =>
        Lines(output).LastOrDefault(line => line.Contains("no space left on device", StringComparison.OrdinalIgnoreCase))?.Trim();

    /// <summary>Whether a plain-HTTP registry was asked for HTTPS.</summary>
    public static bool ExpectedHttps(string output) => output.Contains("server gave HTTP response to HTTPS client", StringComparison.Ordinal);

    static List<string> Lines(string text) => [.. text.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0)];

    static string? StepOf(string title)
    {
        var step = title[3..].TrimEnd(':');
        var match = StageCounter().Match(step);
        return match.Success ? step[match.Length..] : step;
    }

    static string Reasoned(string? line)
    {
        var reason = line?.Trim() ?? "";
        while (Prefixes.FirstOrDefault(prefix => reason.StartsWith(prefix, StringComparison.Ordinal)) is { } prefix) reason = reason[prefix.Length..];
        return reason.Length == 0 ? "it said nothing." : reason.TrimEnd('.') + ".";
    }

    [GeneratedRegex(@"^\d+\.\d+ ")]
    private static partial Regex Seconds();

    [GeneratedRegex(@"^\[[^\]]*\] ")]
    private static partial Regex StageCounter();

    [GeneratedRegex(@"^(?:\[[^\]]*\] )?STEP \d+(?:/\d+)?: (?<step>.+)$")]
    private static partial Regex BuildahStep();

    [GeneratedRegex("^(?: ---> |Removing intermediate container )")]
    private static partial Regex EngineTalk();

    [GeneratedRegex(@"^Step \d+/\d+ : (?<step>.+)$")]
    private static partial Regex EngineStep();
}
