using System.Runtime.CompilerServices;
using Shouldly;

namespace Harvis.Integration.Tests;

/// <summary>Golden files beside the test that reads them. <c>HARVIS_UPDATE_GOLDENS=1</c> rewrites them.</summary>
static class Golden
{
    public static void Match(string name, string actual, [CallerFilePath] string test = "")
    {
        var golden = Path.Combine(Path.GetDirectoryName(test)!, "goldens", $"{name}.txt");
        if (Environment.GetEnvironmentVariable("HARVIS_UPDATE_GOLDENS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(golden)!);
            File.WriteAllText(golden, actual);
        }

        actual.ShouldBe(File.ReadAllText(golden));
    }
}
