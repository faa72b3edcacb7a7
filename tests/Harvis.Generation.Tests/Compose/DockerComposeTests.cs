using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using CsCheck;
using Harvis.Generation.Compose;
using Harvis.Generation.Tests.Yaml;
using Shouldly;

namespace Harvis.Generation.Tests.Compose;

/// <summary>Lets the real <c>docker compose</c> read what was generated, and compares what it understood with what was meant.</summary>
public sealed class DockerComposeTests : IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("harvis-compose-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Generate_Environment_IsUnderstoodAsItWasMeant()
    {
        using var read = await ConfigAsync(ComposeGeneratorTests.Yaml());

        var (root, web) = (read.RootElement, read.RootElement.GetProperty("services").GetProperty("web"));
        root.GetProperty("name").GetString().ShouldBe("test");
        web.GetProperty("image").GetString().ShouldBe("localhost:5000/web@sha256:" + new string('a', 64));
        web.GetProperty("environment").GetProperty("DATABASE").GetString().ShouldBe("database");
        web.GetProperty("environment").GetProperty("DATABASE_PORT").GetString().ShouldBe("5432");
        web.GetProperty("depends_on").GetProperty("database").GetProperty("condition").GetString().ShouldBe("service_healthy");
        var port = web.GetProperty("ports")[0];
        (port.GetProperty("host_ip").GetString(), port.GetProperty("published").GetString(), port.GetProperty("target").GetInt32()).ShouldBe(("127.0.0.1", "8080", 80));
        var database = root.GetProperty("services").GetProperty("database");
        (database.GetProperty("volumes")[0].GetProperty("source").GetString(), database.GetProperty("volumes")[0].GetProperty("target").GetString()).ShouldBe(("data", "/data"));
        database.GetProperty("read_only").GetBoolean().ShouldBeTrue();
        database.GetProperty("tmpfs")[0].GetString().ShouldBe("/tmp");
        database.GetProperty("secrets")[0].GetProperty("source").GetString().ShouldBe("password");
        root.GetProperty("secrets").GetProperty("password").GetProperty("file").GetString().ShouldBe("/secrets/password");
    }

    [Fact]
    public async Task Variables_AnyText_ReachTheContainerAsTheyWere()
    {
        var texts = Hostile.Texts.Where(text => !text.Contains('\0')).Array[300].Single();
        var document = new ComposeDocument
        {
            Name = "test",
            Services = [new ComposeService { Name = "web", Image = "web", Variables = [.. texts.Select((text, i) => ($"V{i}", text))], Labels = [.. texts.Select((text, i) => ($"l{i}", text))] }],
        };

        using var read = await ConfigAsync(document.ToYaml());

        var web = read.RootElement.GetProperty("services").GetProperty("web");
        for (var i = 0; i < texts.Length; i++)
        {
            // What Compose prints, it escapes again.
            web.GetProperty("environment").GetProperty($"V{i}").GetString()!.Replace("$$", "$", StringComparison.Ordinal).ShouldBe(texts[i]);
            web.GetProperty("labels").GetProperty($"l{i}").GetString()!.Replace("$$", "$", StringComparison.Ordinal).ShouldBe(texts[i]);
        }
    }

    async Task<JsonDocument> ConfigAsync(string yaml)
    {
        Assert.SkipUnless(await HasComposeAsync(), "docker compose isn't here: ./build.sh Test --provision installs it.");
        var file = Path.Combine(_folder.FullName, "compose.yaml");
        await File.WriteAllTextAsync(file, yaml, new UTF8Encoding(false), TestContext.Current.CancellationToken);
        var (code, output, error) = await RunAsync("compose", "--file", file, "config", "--format", "json");
        code.ShouldBe(0, error);
        return JsonDocument.Parse(output);
    }

    static async Task<bool> HasComposeAsync()
    {
        try
        {
            return (await RunAsync("compose", "version")).Code == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    static async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var docker = Process.Start(new ProcessStartInfo("docker", arguments) { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 })!;
        var (output, error) = (docker.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), docker.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await docker.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (docker.ExitCode, await output, await error);
    }
}
