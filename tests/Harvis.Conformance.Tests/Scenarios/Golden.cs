using Shouldly;

namespace Harvis.Conformance.Tests.Scenarios;

/// <summary>Compares text with a file of a scenario; <c>HARVIS_UPDATE_GOLDENS=1</c> writes the file instead.</summary>
static class Golden
{
    /// <param name="folder">The scenario.</param>
    /// <param name="name">The file's name.</param>
    /// <param name="text">What it must hold; null where there must be no such file.</param>
    public static void Check(ScenarioFolder folder, string name, string? text)
    {
        var path = Path.Combine(folder.Path, name);
        if (Environment.GetEnvironmentVariable("HARVIS_UPDATE_GOLDENS") == "1") Write(path, text);
        var expected = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : null;
        if (expected != text) throw new ShouldAssertException($"tests/scenarios/{folder}/{name} differs (HARVIS_UPDATE_GOLDENS=1 rewrites it):\n{Difference(expected, text)}");
    }

    static void Write(string path, string? text)
    {
        if (text is null) File.Delete(path);
        else File.WriteAllText(path, text);
    }

    static string Difference(string? expected, string? actual)
    {
        if (expected is null) return $"there is no such file; it would hold\n{actual}";
        if (actual is null) return "there must be no such file any more";
        var (left, right) = (expected.Split('\n'), actual.Split('\n'));
        var line = Enumerable.Range(0, Math.Max(left.Length, right.Length)).First(index => left.ElementAtOrDefault(index) != right.ElementAtOrDefault(index));
        return $"line {line + 1}\n- {left.ElementAtOrDefault(line)}\n+ {right.ElementAtOrDefault(line)}";
    }
}
