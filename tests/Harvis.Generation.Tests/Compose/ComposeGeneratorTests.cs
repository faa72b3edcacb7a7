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

    internal static string Yaml()
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
    public void Generate_Environment_IsTheGoldenFile()
    {
        var golden = Path.Combine(Folder(), "environment.golden.yaml");
        if (Environment.GetEnvironmentVariable("HARVIS_UPDATE_GOLDENS") == "1") File.WriteAllText(golden, Yaml());

        Yaml().ShouldBe(File.ReadAllText(golden));
    }

    [Fact]
    public void Generate_WorkloadWithoutAnImage_IsRefused()
    {
        var environment = new DeliveryEnvironment("dev") { Workloads = [Database] };

        Should.Throw<KeyNotFoundException>(() => new ComposeGenerator(environment, new Dictionary<ContainerImage, ImageReference>(), _ => "", []).Generate("test"));
    }

    static string Folder([System.Runtime.CompilerServices.CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
