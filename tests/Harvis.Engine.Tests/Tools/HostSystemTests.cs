using Harvis.Engine.Tools;
using Harvis.Engine.Tools.Inspection;
using Harvis.Engine.Tools.Machines;
using Shouldly;
using Xunit;

namespace Harvis.Engine.Tests.Tools;

public sealed class HostSystemTests
{
    [Theory]
    [InlineData(Machines.Bookworm, SystemFamily.Debian, "12.0", "Debian GNU/Linux 12 (bookworm)")]
    [InlineData(Machines.Trixie, SystemFamily.Debian, "13.0", "Debian GNU/Linux 13 (trixie)")]
    [InlineData("ID=debian\nPRETTY_NAME=\"Debian GNU/Linux forky/sid\"", SystemFamily.Debian, "2147483647.0", "Debian GNU/Linux forky/sid")]
    [InlineData(Machines.Noble, SystemFamily.Ubuntu, "24.4", "Ubuntu 24.04.2 LTS")]
    [InlineData(Machines.PopOs, SystemFamily.Ubuntu, "22.4", "Pop!_OS 22.04 LTS")]
    [InlineData(Machines.Fedora, SystemFamily.Fedora, "41.0", "Fedora Linux 41 (Forty One)")]
    [InlineData("ID=\"rocky\"\nID_LIKE=\"rhel centos fedora\"\nVERSION_ID=\"9.4\"\nPRETTY_NAME='Rocky Linux 9.4'", SystemFamily.Fedora, "9.4", "Rocky Linux 9.4")]
    [InlineData("ID=alpine\nVERSION_ID=3.20.1", SystemFamily.Other, "3.20.1", "alpine")]
    [InlineData("ID=raspbian\nID_LIKE=debian\nVERSION_ID=12", SystemFamily.Other, "12.0", "raspbian")]
    [InlineData("", SystemFamily.Other, "0.0", "linux")]
    [InlineData("rubbish\n==\n=x\nVERSION_ID=abc", SystemFamily.Other, "0.0", "linux")]
    public void ParseOsRelease_Text_TellsFamilyAndVersion(string text, SystemFamily family, string version, string name)
    {
        var system = HostSystem.ParseOsRelease(text);

        (system.Family, system.Version, system.Name).ShouldBe((family, Version.Parse(version), name));
    }

    [Fact]
    public void Read_NoOsRelease_TellsMacOsAndWindowsByTheirMarks()
    {
        HostSystem.Read(new FakeMachine { Files = { ["/System/Library/CoreServices/SystemVersion.plist"] = "" } }, new FakeMachine()).Family.ShouldBe(SystemFamily.MacOS);
        HostSystem.Read(new FakeMachine(), new FakeMachine { Variables = { ["OS"] = "Windows_NT" } }).Family.ShouldBe(SystemFamily.Windows);
        HostSystem.Read(new FakeMachine(), new FakeMachine()).Name.ShouldBe("an unknown system");
    }

    public static TheoryData<string, string, string> Outputs => new()
    {
        { "git", "git version 2.39.5 (Apple Git-154)", "2.39.5" },
        { "git", "git version 2.47.1.windows.1", "2.47.1" },
        { "docker", "Docker version 28.2.2, build e6534b4", "28.2.2" },
        { "docker compose", "Docker Compose version v2.29.7", "2.29.7" },
        { "docker compose", "Docker Compose version 2.26.1-4", "2.26.1" },
        { "docker compose", "docker-compose version 1.29.2, build 5becea4c", "" },
        { "docker compose", "Usage:  docker [OPTIONS] COMMAND 20.10.24", "" },
        { "docker buildx", "github.com/docker/buildx v0.17.1 257815a", "0.17.1" },
        { "docker buildx", "github.com/docker/buildx 0.13.1+ds1 0.13.1+ds1-3", "0.13.1" },
        { "docker-registry", "docker-registry github.com/docker/distribution 2.8.2+ds1", "2.8.2" },
        { "buildah", "buildah version 1.28.2 (image-spec 1.1.0-rc2, runtime-spec 1.0.2-dev)", "1.28.2" },
        { "node", "v20.20.2", "20.20.2" },
        { "dotnet", "10.0.100-rc.1.25451.107", "10.0.100" },
    };

    [Theory]
    [MemberData(nameof(Outputs))]
    public void Catalogue_PrintedVersion_IsRead(string tool, string output, string version)
    {
        Tool[] all = [ToolCatalogue.Git, ToolCatalogue.Docker, ToolCatalogue.DockerCompose, ToolCatalogue.DockerBuildx, ToolCatalogue.DockerRegistry, ToolCatalogue.Buildah, ToolCatalogue.Node, ToolCatalogue.DotNet];
        var check = all.Single(each => each.Name == tool).Check.ShouldBeOfType<ToolCheck.VersionCommand>();

        (VersionText.Read(output, check.Pattern)?.ToString() ?? "").ShouldBe(version);
    }
}
