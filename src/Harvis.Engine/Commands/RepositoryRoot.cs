using System.Diagnostics.CodeAnalysis;
using Harvis.Engine.Environments;

namespace Harvis.Engine.Commands;

/// <summary>Finds the repository's root: the nearest folder with a <c>.nuke</c> folder, from the compiled build upwards, then from the current one.</summary>
static class RepositoryRoot
{
    /// <summary>The variable that names the root instead.</summary>
    public const string Variable = "HARVIS_ROOT";

    [SuppressMessage("ApiDesign", "RS0030:Do not use banned APIs", Justification = "Part of the composition root.")]
    public static string? Find(IEnvironment environment)
    {
        if (environment.Variable(Variable) is { Length: > 0 } named) return Path.GetFullPath(named);
        return Above(AppContext.BaseDirectory) ?? Above(Directory.GetCurrentDirectory());
    }

    static string? Above(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, ".nuke"))) return folder.FullName;
        }

        return null;
    }
}
