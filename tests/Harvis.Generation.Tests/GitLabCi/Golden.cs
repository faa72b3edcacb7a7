using System.Runtime.CompilerServices;
using Shouldly;

namespace Harvis.Generation.Tests.GitLabCi;

/// <summary>Compares with the files beside the tests; HARVIS_UPDATE_GOLDENS=1 rewrites them.</summary>
static class Golden
{
    public static void Match(string name, string actual, [CallerFilePath] string test = "")
    {
        var golden = Path.Combine(Path.GetDirectoryName(test)!, "goldens", name);
        if (Environment.GetEnvironmentVariable("HARVIS_UPDATE_GOLDENS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(golden)!);
            File.WriteAllText(golden, actual);
        }

        actual.ShouldBe(File.ReadAllText(golden));
    }
}
