using System.Runtime.CompilerServices;
using Shouldly;

namespace Harvis.Generation.Tests.GitHubActions;

/// <summary>Compares a text with a file in the folder <c>goldens</c>; <c>HARVIS_UPDATE_GOLDENS=1</c> writes the file instead.</summary>
static class WorkflowGolden
{
    public static void Match(string name, string text, [CallerFilePath] string caller = "")
    {
        var folder = Path.GetDirectoryName(caller)!;
        while (!Directory.Exists(Path.Combine(folder, "goldens"))) folder = Path.GetDirectoryName(folder)!;
        var path = Path.Combine(folder, "goldens", name);
        if (Environment.GetEnvironmentVariable("HARVIS_UPDATE_GOLDENS") == "1") File.WriteAllText(path, text);
        (File.Exists(path) ? File.ReadAllText(path) : "").ShouldBe(text, $"{path} differs; HARVIS_UPDATE_GOLDENS=1 rewrites it.");
    }
}
