using System.Runtime.CompilerServices;

namespace Harvis.Conformance.Tests;

/// <summary>Where the sources are.</summary>
static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Tools => Path.Combine(Root, "tests", "tools");

    public static string Scenarios => Path.Combine(Root, "tests", "scenarios");

    // This file's own path where the compiler left it; otherwise from the test's program upwards.
    static string FindRoot([CallerFilePath] string here = "")
    {
        foreach (var start in new[] { Path.GetDirectoryName(here) ?? "", AppContext.BaseDirectory })
        {
            for (var folder = start; !string.IsNullOrEmpty(folder); folder = Path.GetDirectoryName(folder))
            {
                if (File.Exists(Path.Combine(folder, "Harvis.sln"))) return folder;
            }
        }

        throw new DirectoryNotFoundException("No folder above the tests holds Harvis.sln.");
    }
}
