using System.Globalization;
using Harvis.Engine.Environments;

namespace Harvis.Engine.Tools.Machines;

/// <summary>The operating system of a machine.</summary>
/// <param name="Family">How it gets its programs.</param>
/// <param name="Name">Its name as it tells it: <c>Debian GNU/Linux 12 (bookworm)</c>.</param>
/// <param name="Version">Its release: 12.0, 24.4; 0.0 where it doesn't tell one, and the highest number for Debian's testing and unstable.</param>
/// <param name="CodeName">Its release's code name; empty where it has none.</param>
public sealed record HostSystem(SystemFamily Family, string Name, Version Version, string CodeName)
{
    static readonly Version Unknown = new(0, 0);

    // Debian's testing and unstable carry no number; they are newer than any release.
    static readonly Version Rolling = new(int.MaxValue, 0);

    /// <summary>Finds out which system this is.</summary>
    public static HostSystem Read(IMachineFiles files, IEnvironment environment)
    {
        if (environment.Variable("OS") == "Windows_NT") return new HostSystem(SystemFamily.Windows, "Windows", Unknown, "");
        if (files.Exists("/System/Library/CoreServices/SystemVersion.plist")) return new HostSystem(SystemFamily.MacOS, "macOS", Unknown, "");
        var text = files.ReadText("/etc/os-release") ?? files.ReadText("/usr/lib/os-release");
        return text is null ? new HostSystem(SystemFamily.Other, "an unknown system", Unknown, "") : ParseOsRelease(text);
    }

    /// <summary>Reads the text of an os-release file: https://www.freedesktop.org/software/systemd/man/latest/os-release.html.</summary>
    public static HostSystem ParseOsRelease(string text)
    {
        var fields = text.Split('\n').Select(line => line.Trim().Split('=', 2)).Where(pair => pair.Length == 2)
            .GroupBy(pair => pair[0]).ToDictionary(group => group.Key, group => group.Last()[1].Trim('"', '\''));
        var id = fields.GetValueOrDefault("ID", "linux");
        var family = FamilyOf(id, fields.GetValueOrDefault("ID_LIKE", "").Split(' '));
        var codeName = fields.GetValueOrDefault("UBUNTU_CODENAME", fields.GetValueOrDefault("VERSION_CODENAME", ""));
        var version = VersionOf(family, fields.GetValueOrDefault("VERSION_ID", ""));
        return new HostSystem(family, fields.GetValueOrDefault("PRETTY_NAME", id), version, codeName);
    }

    // What is only like Debian has archives and releases of its own: it is left to people.
    static SystemFamily FamilyOf(string id, string[] like) => id switch
    {
        "debian" => SystemFamily.Debian,
        "ubuntu" => SystemFamily.Ubuntu,
        "fedora" => SystemFamily.Fedora,
        _ when like.Contains("ubuntu") => SystemFamily.Ubuntu,
        _ when like.Contains("fedora") || like.Contains("rhel") => SystemFamily.Fedora,
        _ => SystemFamily.Other,
    };

    static Version VersionOf(SystemFamily family, string text) =>
        text.Length == 0 && family == SystemFamily.Debian ? Rolling
        : Version.TryParse(text, out var version) ? version
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var major) ? new Version(major, 0)
        : Unknown;
}
