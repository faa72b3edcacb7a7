using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Harvis.Generation.Compose;
using Harvis.Model.Environments;
using Harvis.Model.Images;
using Harvis.Model.Workloads;
using Shouldly;

namespace Harvis.Generation.Tests.Compose;

/// <summary>The whole file as a golden file, and as Docker Compose reads it. <c>HARVIS_UPDATE_GOLDENS=1</c> rewrites it.</summary>
public sealed class ComposeGoldenTests
{
    static readonly ContainerImage ServerImage = new("server") { Context = "server" };
    static readonly ContainerImage StoreImage = new("store") { Context = "store" };
    static readonly WorkloadSecret Password = new("password");

    static readonly Workload Store = new("store")
    {
        Image = StoreImage,
        Port = 5432,
        Volumes = [new WorkloadVolume("store-data", "/var/lib/store")],
        ScratchPaths = ["/tmp", "/run"],
        Variables = new Dictionary<string, VariableValue> { ["PASSWORD_FILE"] = VariableValue.FileOf(Password) },
    };

    static readonly Workload Server = new("server")
    {
        Image = ServerImage,
        Port = 80,
        PublishedPort = 8080,
        Needs = [Store],
        Variables = new Dictionary<string, VariableValue>
        {
            ["STORE"] = VariableValue.HostOf(Store),
            ["STORE_PORT"] = VariableValue.PortOf(Store),
            ["STORE_URL"] = VariableValue.UrlOf(Store),
            ["STORE_PASSWORD_FILE"] = VariableValue.FileOf(Password),
            ["LOG_LEVEL"] = VariableValue.LogLevel,
            ["ENVIRONMENT"] = VariableValue.EnvironmentName,
            ["PRICE"] = "$5, ${HOME} or $$",
            ["VERSION"] = "1.10",
            ["ANSWER"] = "no",
            ["GREETING"] = "hello: \"you\" # there\nand you",
        },
    };

    [Fact]
    public void Generate_Environment_IsTheGoldenFile() => Match("compose.yaml", Yaml("/home/me/secrets"));

    [Fact]
    public async Task Generate_Environment_MeansTheSameToDockerCompose()
    {
        // A folder whose name looks like a variable, as a checkout's may.
        var folder = Path.Combine(Directory.CreateTempSubdirectory("harvis-compose-").FullName, "$HOME");
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "password"), "x", TestContext.Current.CancellationToken);
        var file = Path.Combine(folder, "compose.yaml");
        await File.WriteAllTextAsync(file, Yaml(folder), TestContext.Current.CancellationToken);

        var (exitCode, output, error) = await ComposeAsync("--file", file, "config", "--format", "json");

        exitCode.ShouldBe(0, error);
        error.ShouldBeEmpty();
        using var json = JsonDocument.Parse(output);
        var services = json.RootElement.GetProperty("services");
        var variables = services.GetProperty("server").GetProperty("environment");
        // Compose escapes '$' again in what it prints.
        string Of(string name) => variables.GetProperty(name).GetString()!.Replace("$$", "$", StringComparison.Ordinal);
        Of("PRICE").ShouldBe("$5, ${HOME} or $$");
        Of("VERSION").ShouldBe("1.10");
        Of("ANSWER").ShouldBe("no");
        Of("GREETING").ShouldBe("hello: \"you\" # there\nand you");
        Of("STORE_URL").ShouldBe("http://store:5432");
        services.GetProperty("server").GetProperty("depends_on").GetProperty("store").GetProperty("condition").GetString().ShouldBe("service_healthy");
        services.GetProperty("server").GetProperty("ports")[0].GetProperty("host_ip").GetString().ShouldBe("127.0.0.1");
        services.GetProperty("store").GetProperty("read_only").GetBoolean().ShouldBeTrue();
        json.RootElement.GetProperty("secrets").GetProperty("password").GetProperty("file").GetString()!.Replace("$$", "$", StringComparison.Ordinal).ShouldBe(Path.Combine(folder, "password"));
    }

    static string Yaml(string secrets)
    {
        var images = new Dictionary<ContainerImage, ImageReference>
        {
            [ServerImage] = ImageReference.Parse("localhost:5000/server@sha256:" + new string('a', 64)),
            [StoreImage] = ImageReference.Parse("localhost:5000/store@sha256:" + new string('b', 64)),
        };
        var environment = new DeliveryEnvironment("dev") { Workloads = [Store, Server], LogLevel = LogLevel.Debug };
        return new ComposeGenerator(environment, images, secret => $"{secrets}/{secret.Name}", [("dev.harvis.release", "0123")]).Generate("golden").ToYaml();
    }

    static async Task<(int ExitCode, string Output, string Error)> ComposeAsync(params string[] arguments)
    {
        const string how = "docker compose isn't here: ./build.sh Test --provision installs it.";
        try
        {
            using var compose = Process.Start(new ProcessStartInfo("docker", ["compose", .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var (output, error) = (compose.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), compose.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
            await compose.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.SkipWhen((await error).Contains("not a docker command", StringComparison.Ordinal) || (await error).Contains("unknown", StringComparison.Ordinal), how);
            return (compose.ExitCode, await output, await error);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip(how);
            throw;
        }
    }

    static void Match(string name, string actual, [CallerFilePath] string test = "")
    {
        var golden = Path.Combine(Path.GetDirectoryName(test)!, "goldens", name);
        if (Environment.GetEnvironmentVariable("HARVIS_UPDATE_GOLDENS") == "1") File.WriteAllText(golden, actual);
        actual.ShouldBe(File.ReadAllText(golden));
    }
}
