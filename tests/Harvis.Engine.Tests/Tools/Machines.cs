using Harvis.Engine.Tools.Inspection;

namespace Harvis.Engine.Tests.Tools;

/// <summary>Machines as they come.</summary>
static class Machines
{
    public const string Socket = "/var/run/docker.sock";

    public const string Bookworm = """
        PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"
        NAME="Debian GNU/Linux"
        VERSION_ID="12"
        VERSION_CODENAME=bookworm
        ID=debian
        """;

    public const string Trixie = """
        PRETTY_NAME="Debian GNU/Linux 13 (trixie)"
        VERSION_ID="13"
        VERSION_CODENAME=trixie
        ID=debian
        """;

    public const string Noble = """
        PRETTY_NAME="Ubuntu 24.04.2 LTS"
        VERSION_ID="24.04"
        VERSION_CODENAME=noble
        ID=ubuntu
        ID_LIKE=debian
        UBUNTU_CODENAME=noble
        """;

    public const string PopOs = """
        NAME="Pop!_OS"
        ID=pop
        ID_LIKE="ubuntu debian"
        PRETTY_NAME="Pop!_OS 22.04 LTS"
        VERSION_ID="22.04"
        VERSION_CODENAME=jammy
        UBUNTU_CODENAME=jammy
        """;

    public const string Fedora = """
        NAME="Fedora Linux"
        ID=fedora
        VERSION_ID=41
        PRETTY_NAME="Fedora Linux 41 (Forty One)"
        """;

    /// <summary>A machine with git and nothing else; what apt installs is there afterwards.</summary>
    public static FakeMachine Bare(string osRelease)
    {
        var machine = new FakeMachine { Files = { ["/etc/os-release"] = osRelease, ["/usr/bin/git"] = "", ["/proc/1/comm"] = "sleep\n" } };
        return machine
            .On("git --version", "git version 2.39.5")
            .On("id -u", "0\n")
            .On("rm ").On("mkdir ").On("tee ").On("sh -c").On("install ").On("sudo -n ")
            .On("env ")
            .On("env LC_ALL=C DEBIAN_FRONTEND=noninteractive apt-get -q -o Acquire::Retries=3 indextargets", "Other|bookworm|main|https://example.test/other/\nDebian|bookworm-updates|main|http://mirror.test/debian/\nDebian|bookworm|main|http://mirror.test/debian/\n")
            .On("env LC_ALL=C DEBIAN_FRONTEND=noninteractive apt-get -q -o Acquire::Retries=3 -o DPkg::Lock::Timeout=120 install", then: () => machine.WithPackages())
            .On("setsid -f sh -c 'exec dockerd", then: () => machine.WithEngine())
            .On("install -D -m 0755", then: () => machine.WithPlugins());
    }

    /// <summary>A machine that has everything.</summary>
    public static FakeMachine Complete(string osRelease) => Bare(osRelease).WithPackages().WithEngine().WithPlugins();

    public static FakeMachine WithPackages(this FakeMachine machine)
    {
        foreach (var program in new[] { "docker", "docker-registry", "mmdebstrap", "skopeo", "buildah", "node", "npm" }) machine.Files["/usr/bin/" + program] = "";
        return machine
            .On("docker --version", "Docker version 20.10.24+dfsg1, build 297e128")
            .On("docker compose version", "", 1, "docker: 'compose' is not a docker command.\nSee 'docker --help'")
            .On("docker buildx version", "", 1, "docker: 'buildx' is not a docker command.\nSee 'docker --help'")
            .On("docker info", "overlay2\n")
            .On("docker-registry --version", "docker-registry github.com/docker/distribution 2.8.2+ds1")
            .On("mmdebstrap --version", "mmdebstrap 1.3.5")
            .On("skopeo --version", "skopeo version 1.9.3")
            .On("buildah --version", "buildah version 1.28.2 (image-spec 1.1.0-rc2, runtime-spec 1.0.2-dev)")
            .On("node --version", "v20.20.2")
            .On("npm --version", "11.19.1")
            .On("dotnet --version", "10.0.401");
    }

    public static FakeMachine WithEngine(this FakeMachine machine)
    {
        machine.Files[Socket] = "";
        machine.Services[$"unix://{Socket}/version"] = () => new ServiceAnswer(200, """{"Platform":{"Name":""},"Version":"20.10.24+dfsg1","ApiVersion":"1.41"}""");
        machine.Services[$"unix://{Socket}/_ping"] = () => new ServiceAnswer(200, "OK");
        return machine;
    }

    public static FakeMachine WithPlugins(this FakeMachine machine) => machine
        .On("docker compose version", "Docker Compose version 2.26.1-4")
        .On("docker buildx version", "github.com/docker/buildx 0.13.1+ds1 0.13.1+ds1-3");
}
