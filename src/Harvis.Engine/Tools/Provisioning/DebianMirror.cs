namespace Harvis.Engine.Tools.Provisioning;

/// <summary>The mirror that a machine takes Debian from.</summary>
static class DebianMirror
{
    /// <summary>Reads the lines of <see cref="AptCommands.Sources"/>; security and update suites live in places of their own.</summary>
    /// <returns>The address of the first source of a Debian release's main component, or null.</returns>
    public static string? In(string sources) => sources.Split('\n').Select(line => line.Trim().Split('|', 4))
        .Where(fields => fields is ["Debian", var release, "main", _] && release.IndexOfAny(['-', '/']) < 0)
        .Select(fields => fields[3]).FirstOrDefault();
}
