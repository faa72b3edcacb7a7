using System.Runtime.CompilerServices;
using System.Text;
using Shouldly;

namespace Harvis.Engine.Tests;

/// <summary>Compares text with a file beside the tests; <c>HARVIS_UPDATE_GOLDENS=1</c> writes the file instead.</summary>
static class Golden
{
    /// <summary>Characters that can't be seen are written as escapes, so that the files are text.</summary>
    public static void Match(string name, string text, [CallerFilePath] string testFile = "")
    {
        var path = Path.Combine(FolderFor(testFile), name + ".txt");
        var visible = Visible(text);
        if (Environment.GetEnvironmentVariable("HARVIS_UPDATE_GOLDENS") == "1") File.WriteAllText(path, visible);
        var expected = File.Exists(path) ? File.ReadAllText(path) : "";
        if (expected != visible) throw new ShouldAssertException($"{name}.txt differs (HARVIS_UPDATE_GOLDENS=1 rewrites it):\n{Difference(expected, visible)}");
    }

    // The nearest folder "goldens" beside or above the test.
    static string FolderFor(string testFile)
    {
        for (var folder = Path.GetDirectoryName(testFile); folder is not null; folder = Path.GetDirectoryName(folder))
            if (Directory.Exists(Path.Combine(folder, "goldens"))) return Path.Combine(folder, "goldens");
        throw new DirectoryNotFoundException($"There is no folder goldens beside {testFile}.");
    }

    static string Visible(string text)
    {
        var visible = new StringBuilder();
        foreach (var c in text)
        {
            if (c == '\n' || (c != '\u200B' && !char.IsControl(c))) visible.Append(c);
            else visible.Append(c switch { '\e' => "\\e", '\r' => "\\r", _ => $"\\u{(int)c:X4}" });
        }

        return visible.ToString();
    }

    static string Difference(string expected, string actual)
    {
        var (old, now) = (expected.Split('\n'), actual.Split('\n'));
        return string.Join('\n', Enumerable.Range(0, Math.Max(old.Length, now.Length))
            .Select(i => (before: old.ElementAtOrDefault(i), after: now.ElementAtOrDefault(i)))
            .Where(pair => pair.before != pair.after)
            .SelectMany(pair => new[] { pair.before is null ? null : $"- {pair.before}", pair.after is null ? null : $"+ {pair.after}" })
            .OfType<string>());
    }
}
