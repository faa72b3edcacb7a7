using Harvis.Model.Images;

namespace Harvis.Model.Runners;

/// <summary>Machines that CI systems provide; which of theirs it is, each system's document says.</summary>
public static class HostedRunners
{
    /// <summary>Linux on amd64.</summary>
    public static RunnerNode Linux { get; } = new("linux") { Host = "", IsHosted = true };

    /// <summary>Linux on arm64.</summary>
    public static RunnerNode LinuxArm { get; } = new("linux-arm") { Host = "", IsHosted = true, Platform = Platform.LinuxArm64 };

    /// <summary>Windows on amd64.</summary>
    public static RunnerNode Windows { get; } = new("windows") { Host = "", IsHosted = true, Platform = new Platform("windows", "amd64") };

    /// <summary>macOS on arm64.</summary>
    public static RunnerNode MacOS { get; } = new("macos") { Host = "", IsHosted = true, Platform = new Platform("darwin", "arm64") };
}
