using System.Runtime.CompilerServices;
using Shouldly;

namespace Harvis.Engine.Tests.Tools;

/// <summary>Expected texts beside the tests. <c>HARVIS_UPDATE_GOLDEN=1</c> writes them instead; read the difference before committing it.</summary>
static class GoldenFile
{
    public static void ShouldMatch(string actual, string name, [CallerFilePath] string testFile = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(testFile)!, "Golden", name + ".txt");
        actual = actual.ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable("HARVIS_UPDATE_GOLDEN") == "1") File.WriteAllText(path, actual);
        actual.ShouldBe(File.Exists(path) ? File.ReadAllText(path) : "", $"The golden file {path} differs.");
    }
}
