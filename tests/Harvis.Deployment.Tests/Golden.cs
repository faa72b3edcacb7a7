using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Shouldly;

namespace Harvis.Deployment.Tests;

/// <summary>Compares text with a file in goldens; <c>HARVIS_UPDATE_GOLDENS=1</c> writes the file instead. Ports of this machine are left out.</summary>
static partial class Golden
{
    public static void Match(string name, string text, [CallerFilePath] string testFile = "")
    {
        var folder = Path.GetDirectoryName(testFile)!;
        while (!Directory.Exists(Path.Combine(folder, "goldens"))) folder = Path.GetDirectoryName(folder)!;
        var path = Path.Combine(folder, "goldens", name + ".txt");
        var actual = Port().Replace(text, "127.0.0.1:PORT") + "\n";
        if (Environment.GetEnvironmentVariable("HARVIS_UPDATE_GOLDENS") == "1") File.WriteAllText(path, actual);
        actual.ShouldBe(File.Exists(path) ? File.ReadAllText(path) : "", $"{name}.txt differs (HARVIS_UPDATE_GOLDENS=1 rewrites it)");
    }

    [GeneratedRegex(@"127\.0\.0\.1:\d+")]
    private static partial Regex Port();
}
