using Harvis.Containers.Building;
using Harvis.Containers.Tests.Content;
using Harvis.Engine.Environments;
using Harvis.Model.Diagnostics;

namespace Harvis.Containers.Tests.Building;

public sealed class ImageBuildersTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("bld-").FullName;

    static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    public static TheoryData<string, string, string, string> Absences => new()
    {
        { "buildx", "", "unknown command: docker buildx", "HRV3102: docker has no buildx plugin: unknown command: docker buildx Run ./build.sh --provision: it unpacks the plugin into a cli-plugins folder of docker." },
        { "buildx", "Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?", "", "HRV3101: the Docker Engine doesn't answer: Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running? Start it (systemctl start docker), or install buildah, which needs no daemon." },
    };

    [Theory]
    [MemberData(nameof(Absences))]
    public async Task WhyUnavailable_Buildx_SaysWhatIsMissing(string what, string engineError, string pluginError, string expected)
    {
        var programs = new ScriptedProcesses(command =>
        {
            var error = command.Arguments[0] == "buildx" ? pluginError : engineError;
            return (error.Length == 0 ? 0 : 1, "", error);
        });
        (await new BuildxImageBuilder(programs, _folder).WhyUnavailableAsync(Token)).ShouldNotBeNull(what).ToString().ShouldBe(expected);
    }

    [Fact]
    public async Task WhyUnavailable_NothingInstalled_SaysSo()
    {
        var none = ScriptedProcesses.WithoutPrograms;
        (await new BuildxImageBuilder(none, _folder).WhyUnavailableAsync(Token))!.ToString().ShouldBe("HRV3102: there is no docker program on PATH. Run ./build.sh --provision, or install buildah.");
        (await new BuildahImageBuilder(none, _folder).WhyUnavailableAsync(Token))!.ToString().ShouldBe("HRV3103: there is no buildah program on PATH. Install the package buildah.");
    }

    [Fact]
    public async Task ChooseAsync_FirstIsMissing_IsTheNext()
    {
        var programs = new ScriptedProcesses(command => command.Program == "buildah" ? (0, "buildah version 1", "") : null);
        var chosen = await ImageBuilders.ChooseAsync([new BuildxImageBuilder(programs, _folder), new BuildahImageBuilder(programs, _folder)], [], Token);
        chosen.Name.ShouldBe("buildah");
    }

    [Fact]
    public async Task ChooseAsync_NoneIsThere_SaysWhyForEach()
    {
        var none = ScriptedProcesses.WithoutPrograms;
        var error = await Should.ThrowAsync<DiagnosticException>(() => ImageBuilders.ChooseAsync([new BuildxImageBuilder(none, _folder), new BuildahImageBuilder(none, _folder)], [], Token));
        error.Message.ShouldBe("HRV3105: nothing here can build images: HRV3102 there is no docker program on PATH. HRV3103 there is no buildah program on PATH. Run ./build.sh --provision.");
    }

    [Theory]
    [InlineData("ERROR: failed to solve: write /var/lib/docker/x: no space left on device", "HRV3110: the disk is full, so image \"app\" wasn't built: ERROR: failed to solve: write /var/lib/docker/x: no space left on device Free space: ./build.sh Cleanup, docker builder prune, docker image prune.")]
    [InlineData("ERROR: Get \"https://registry.example:5000/v2/\": http: server gave HTTP response to HTTPS client", "HRV3111: image \"app\" can't be pushed: registry.example:5000 speaks plain HTTP, and the Docker Engine expects HTTPS. Add \"registry.example:5000\" to insecure-registries in /etc/docker/daemon.json and restart the engine, or reach the registry as localhost.")]
    public async Task BuildAsync_WellKnownFailure_SaysWhatToDo(string output, string expected)
    {
        using var tree = SourceTree.Small();
        var builder = new BuildxImageBuilder(new ScriptedProcesses(_ => (1, "", output)), _folder);
        var request = new ImageBuildRequest(await tree.ReadAsync(), Harvis.Model.Images.ImageReference.Parse("registry.example:5000/app:x"));
        (await Should.ThrowAsync<ImageBuildException>(() => builder.BuildAsync(request, Token))).Diagnostic.ToString().ShouldBe(expected);
        Directory.GetFileSystemEntries(_folder).ShouldBeEmpty();
    }

    [Fact]
    public void CaBundle_FirstVariableWhoseFileExists_IsTheSecret()
    {
        var (one, two, system) = (Path.Combine(_folder, "one"), Path.Combine(_folder, "two"), Path.Combine(_folder, "system"));
        var variables = new Variables(new() { ["SSL_CERT_FILE"] = one, ["NODE_EXTRA_CA_CERTS"] = two });
        CaBundle.Find(variables, system).ShouldBeNull();
        File.WriteAllText(system, "");
        CaBundle.Find(variables, system).ShouldBe(new BuildSecret("ca-bundle", system));
        File.WriteAllText(two, "");
        CaBundle.Find(variables, system).ShouldBe(new BuildSecret("ca-bundle", two));
        File.WriteAllText(one, "");
        CaBundle.Find(variables, system).ShouldBe(new BuildSecret("ca-bundle", one));
    }

    sealed class Variables(Dictionary<string, string> values) : IEnvironment
    {
        public IReadOnlyCollection<string> Names => values.Keys;

        public string? Variable(string name) => values.GetValueOrDefault(name);
    }
}
