using Harvis.Engine.Tools.Machines;
using Harvis.Model.Environments;
using Harvis.Model.Registries;
using static Harvis.Engine.Tools.ToolInstallation;

namespace Harvis.Engine.Tools;

/// <summary>The tools that pipelines of this library use. Targets and environments pick what they need.</summary>
public static class ToolCatalogue
{
    static readonly Version Trixie = new(13, 0);
    static readonly Version Bookworm = new(12, 0);

    /// <summary>Git.</summary>
    public static Tool Git { get; } = new("git")
    {
        Purpose = "tells what is delivered and from which commit",
        Check = new ToolCheck.VersionCommand("git", "--version"),
        MinimumVersion = new Version(2, 25),
        Installations = [.. Apt("git"), .. ByHandEach("dnf install git", "brew install git", "winget install Git.Git")],
    };

    /// <summary>The docker program.</summary>
    public static Tool Docker { get; } = new("docker")
    {
        Purpose = "talks to the Docker Engine",
        Check = new ToolCheck.VersionCommand("docker", "--version"),
        MinimumVersion = new Version(20, 10),
        Installations = DockerPackages,
    };

    /// <summary>A Docker Engine that answers.</summary>
    public static Tool DockerEngine { get; } = new("docker engine")
    {
        Purpose = "builds images and runs containers",
        Check = new ToolCheck.DockerEngine(),
        MinimumVersion = new Version(20, 10),
        Installations = DockerPackages,
    };

    /// <summary>Docker Compose, version 2 or later.</summary>
    public static Tool DockerCompose { get; } = new("docker compose")
    {
        Purpose = "runs the environment on one machine",
        Check = new ToolCheck.VersionCommand("docker", "compose", "version") { Pattern = @"Compose version v?(?<version>\d+(\.\d+){1,3})" },
        MinimumVersion = new Version(2, 20),
        Installations = DockerPlugin("docker-compose", "docker-compose-v2"),
    };

    /// <summary>Docker's BuildKit front end.</summary>
    public static Tool DockerBuildx { get; } = new("docker buildx")
    {
        Purpose = "builds images with BuildKit's caches and platforms",
        Check = new ToolCheck.VersionCommand("docker", "buildx", "version") { Pattern = @"buildx v?(?<version>\d+(\.\d+){1,3})" },
        MinimumVersion = new Version(0, 10),
        Installations = DockerPlugin("docker-buildx", "docker-buildx"),
    };

    /// <summary>The reference registry, as a program.</summary>
    public static Tool DockerRegistry { get; } = new("docker-registry")
    {
        Purpose = "holds the images that this machine builds",
        Check = new ToolCheck.VersionCommand("docker-registry", "--version"),
        Installations = [.. Apt("docker-registry")],
    };

    /// <summary>mmdebstrap.</summary>
    public static Tool Mmdebstrap { get; } = new("mmdebstrap")
    {
        Purpose = "makes base images from Debian packages",
        Check = new ToolCheck.VersionCommand("mmdebstrap", "--version"),
        MinimumVersion = new Version(1, 0),
        // uidmap: what it needs to work without root.
        Installations = [.. Apt("mmdebstrap", "uidmap")],
    };

    /// <summary>Skopeo.</summary>
    public static Tool Skopeo { get; } = new("skopeo")
    {
        Purpose = "inspects and copies images without an engine",
        Check = new ToolCheck.VersionCommand("skopeo", "--version"),
        Installations = [.. Apt("skopeo"), new ByHand(SystemFamily.Fedora, "dnf install skopeo"), new ByHand(SystemFamily.MacOS, "brew install skopeo")],
    };

    /// <summary>Buildah.</summary>
    public static Tool Buildah { get; } = new("buildah")
    {
        Purpose = "builds images without an engine",
        Check = new ToolCheck.VersionCommand("buildah", "--version"),
        // It can't run a build step without an OCI runtime, which its package only recommends.
        Installations = [.. Apt("buildah", "crun", "fuse-overlayfs"), new ByHand(SystemFamily.Fedora, "dnf install buildah")],
    };

    /// <summary>Node.js.</summary>
    public static Tool Node { get; } = new("node")
    {
        Purpose = "runs the consumers that judge generated files",
        Check = new ToolCheck.VersionCommand("node", "--version"),
        MinimumVersion = new Version(18, 0),
        Installations = [.. Apt("nodejs"), .. ByHandEach("dnf install nodejs", "brew install node", "winget install OpenJS.NodeJS.LTS")],
    };

    /// <summary>npm.</summary>
    public static Tool Npm { get; } = new("npm")
    {
        Purpose = "installs the consumers that judge generated files",
        Check = new ToolCheck.VersionCommand("npm", "--version"),
        MinimumVersion = new Version(8, 0),
        Installations = [.. Apt("npm"), .. ByHandEach("dnf install nodejs-npm", "brew install node", "winget install OpenJS.NodeJS.LTS")],
    };

    /// <summary>rsync.</summary>
    public static Tool Rsync { get; } = new("rsync")
    {
        Purpose = "copies the files that a GitLab job starts with, where one runs on this machine",
        Check = new ToolCheck.VersionCommand("rsync", "--version"),
        Installations = [.. Apt("rsync"), new ByHand(SystemFamily.Fedora, "dnf install rsync"), new ByHand(SystemFamily.MacOS, "brew install rsync")],
    };

    /// <summary>The .NET SDK.</summary>
    public static Tool DotNet { get; } = new("dotnet")
    {
        Purpose = "compiles the build",
        Check = new ToolCheck.VersionCommand("dotnet", "--version"),
        MinimumVersion = new Version(10, 0),
        Installations =
        [
            new ByHand(SystemFamily.Debian, "dotnet-install.sh --channel 10.0"),
            new AptPackages(SystemFamily.Ubuntu, "dotnet-sdk-10.0") { From = new Version(24, 4) },
            .. ByHandEach("dnf install dotnet-sdk-10.0", "brew install dotnet", "winget install Microsoft.DotNet.SDK.10"),
        ],
    };

    /// <summary>A registry that answers at its address.</summary>
    public static Tool RegistryAt(Registry registry) => new($"registry {registry.Host}")
    {
        Purpose = "takes the images",
        Check = new ToolCheck.Registry(new Uri($"{(registry.Insecure ? "http" : "https")}://{registry.Host}")),
    };

    /// <summary>What an environment needs on the machine that delivers to it.</summary>
    public static IReadOnlyList<ToolNeed> NeedsOf(DeliveryEnvironment environment) => environment.Engine switch
    {
        DeliveryEngine.Compose => [.. new[] { Docker, DockerEngine, DockerCompose }.Select(tool => new ToolNeed(tool, environment.Name))],
        _ => [],
    };

    // From Debian 13 on the program is a package of its own, which docker.io only recommends.
    static IReadOnlyList<ToolInstallation> DockerPackages =>
    [
        new AptPackages(SystemFamily.Debian, "docker.io", "docker-cli") { From = Trixie },
        .. Apt("docker.io"),
        .. ByHandEach("dnf install moby-engine docker-cli", "brew install --cask docker-desktop", "winget install Docker.DockerDesktop"),
    ];

    // Debian 12 has neither plugin; those of Debian 13 need nothing but a C library that Debian 12 has.
    static IReadOnlyList<ToolInstallation> DockerPlugin(string name, string ubuntuPackage) =>
    [
        new AptPackages(SystemFamily.Debian, name) { From = Trixie },
        new DebianSuiteFile("trixie", name, $"usr/libexec/docker/cli-plugins/{name}", $"/usr/local/lib/docker/cli-plugins/{name}") { From = Bookworm },
        new AptPackages(SystemFamily.Ubuntu, ubuntuPackage),
        .. ByHandEach($"dnf install {name}", "brew install --cask docker-desktop", "winget install Docker.DockerDesktop"),
    ];

    static IEnumerable<ToolInstallation> Apt(params string[] packages) =>
        [new AptPackages(SystemFamily.Debian, packages), new AptPackages(SystemFamily.Ubuntu, packages)];

    static IEnumerable<ToolInstallation> ByHandEach(string fedora, string mac, string windows) =>
        [new ByHand(SystemFamily.Fedora, fedora), new ByHand(SystemFamily.MacOS, mac), new ByHand(SystemFamily.Windows, windows)];
}
