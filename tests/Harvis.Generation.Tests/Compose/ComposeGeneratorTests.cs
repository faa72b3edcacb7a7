using System.Diagnostics;
using Harvis.Generation.Compose;
using Harvis.Model.Environments;
using Harvis.Model.Images;
using Harvis.Model.Workloads;
using Shouldly;

namespace Harvis.Generation.Tests.Compose;

public sealed class ComposeGeneratorTests
{
    static readonly ContainerImage Image = new("web") { Context = "web" };
    static readonly WorkloadSecret Password = new("password");

    static readonly Workload Database = new("database")
    {
        Image = Image,
        Port = 5432,
        Volumes = [new WorkloadVolume("data", "/data")],
        ScratchPaths = ["/tmp"],
        Variables = new Dictionary<string, VariableValue> { ["PASSWORD_FILE"] = VariableValue.FileOf(Password) },
    };

    static readonly Workload Web = new("web")
    {
        Image = Image,
        Port = 80,
        PublishedPort = 8080,
        Needs = [Database],
        Variables = new Dictionary<string, VariableValue>
        {
            ["DATABASE"] = VariableValue.HostOf(Database),
            ["DATABASE_PORT"] = VariableValue.PortOf(Database),
            ["SELF"] = VariableValue.UrlOf(Database),
            ["LOG"] = VariableValue.LogLevel,
            ["WHERE"] = VariableValue.EnvironmentName,
            ["PRICE"] = "$5 & 1.10",
        },
    };

    static string Yaml()
    {
        var reference = ImageReference.Parse("localhost:5000/web@sha256:" + new string('a', 64));
        var environment = new DeliveryEnvironment("dev") { Workloads = [Database, Web] };
        return new ComposeGenerator(environment, new Dictionary<ContainerImage, ImageReference> { [Image] = reference }, secret => $"/secrets/{secret.Name}", []).Generate("test").ToYaml();
    }

    [Fact]
    public void Generate_Environment_ResolvesEveryReference()
    {
        var yaml = Yaml();

        yaml.ShouldContain("DATABASE: database");
        yaml.ShouldContain("DATABASE_PORT: \"5432\"");
        yaml.ShouldContain("SELF: http://database:5432");
        yaml.ShouldContain("PASSWORD_FILE: /run/secrets/password");
        yaml.ShouldContain("PRICE: \"$$5 & 1.10\"");
        yaml.ShouldContain("\"127.0.0.1:8080:80\"");
        yaml.ShouldContain("condition: service_healthy");
        yaml.ShouldBe(Yaml());
    }

    [Fact]
    public async Task Generate_Environment_IsAcceptedByDockerCompose()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("harvis-compose-").FullName, "compose.yaml");
        await File.WriteAllTextAsync(file, Yaml(), TestContext.Current.CancellationToken);
        using var compose = Process.Start(new ProcessStartInfo("docker", ["compose", "--file", file, "config", "--quiet"]) { RedirectStandardError = true })!;
        var error = await compose.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await compose.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.SkipWhen(error.Contains("not a docker command", StringComparison.Ordinal) || error.Contains("unknown command", StringComparison.Ordinal), "docker compose isn't here: ./build.sh Test --provision installs it.");

        compose.ExitCode.ShouldBe(0, error);
    }
}
