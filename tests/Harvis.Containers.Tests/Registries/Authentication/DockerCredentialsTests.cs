using Harvis.Containers.Registries.Authentication;
using Harvis.Containers.Registries.Errors;
using Harvis.Model.Diagnostics;
using Harvis.Model.Registries;
using Harvis.Testing.Environments;
using Harvis.Testing.Processes;
using Shouldly;
using Xunit;

namespace Harvis.Containers.Tests.Registries.Authentication;

public sealed class DockerCredentialsTests : IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("harvis-docker-");
    readonly FakeProcessRunner _processes = new();

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    async Task<RegistryCredentials> ForAsync(string host, string? config)
    {
        if (config is not null) await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "config.json"), config, Ct);
        return await new DockerCredentials(new FakeEnvironment().With("DOCKER_CONFIG", _folder.FullName), _processes).ForAsync(RegistryHost.Parse(host), Ct);
    }

    static void ShouldBeUser(RegistryCredentials credentials, string user, string password)
    {
        var found = credentials.ShouldBeOfType<RegistryCredentials.UserPassword>();
        found.User.ShouldBe(user);
        found.Password.Reveal().ShouldBe(password);
    }

    [Theory]
    [InlineData("registry.example:5000", "registry.example:5000")]
    [InlineData("registry.example", "https://registry.example")]
    [InlineData("registry.example", "https://registry.example/v1/")]
    [InlineData("docker.io", "https://index.docker.io/v1/")]
    public async Task Auths_AnyFormOfTheKey_IsFound(string host, string key) =>
        ShouldBeUser(await ForAsync(host, $$$$"""{"auths":{"other":{"auth":"eDp5"},"{{{{key}}}}":{"auth":"{{{{Convert.ToBase64String("ann:pass:word"u8)}}}}"}}}"""), "ann", "pass:word");

    [Fact]
    public async Task Auths_OtherRegistriesOrNoFile_IsAnonymous()
    {
        (await ForAsync("registry.example", null)).ShouldBe(RegistryCredentials.None);
        (await ForAsync("registry.example", """{"auths":{"other.example":{"auth":"eDp5"}}}""")).ShouldBe(RegistryCredentials.None);
        (await ForAsync("registry.example", """{"auths":{"registry.example":{}}}""")).ShouldBe(RegistryCredentials.None);
        (await ForAsync("registry.example", "{}")).ShouldBe(RegistryCredentials.None);
    }

    [Fact]
    public async Task Auths_IdentityToken_WinsOverThePassword() =>
        (await ForAsync("registry.example", """{"auths":{"registry.example":{"auth":"eDp5","identitytoken":"tok"}}}"""))
            .ShouldBeOfType<RegistryCredentials.IdentityToken>().Token.Reveal().ShouldBe("tok");

    [Fact]
    public async Task Home_WithoutDockerConfigVariable_IsUsed()
    {
        Directory.CreateDirectory(Path.Combine(_folder.FullName, ".docker"));
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, ".docker", "config.json"), """{"auths":{"r.example":{"username":"ann","password":"x"}}}""", Ct);
        var credentials = new DockerCredentials(new FakeEnvironment().With("HOME", _folder.FullName), _processes);
        ShouldBeUser(await credentials.ForAsync(RegistryHost.Parse("r.example"), Ct), "ann", "x");
    }

    [Fact]
    public async Task CredHelpers_OfTheRegistry_IsAskedOnStandardInput()
    {
        _processes.Plays("docker-credential-vault", """{"ServerURL":"r.example","Username":"ann","Secret":"from-helper"}""");
        ShouldBeUser(await ForAsync("r.example", """{"credsStore":"never","credHelpers":{"r.example":"vault"},"auths":{"r.example":{"auth":"eDp5"}}}"""), "ann", "from-helper");
        var command = _processes.Commands.ShouldHaveSingleItem();
        command.Arguments.ShouldBe(["get"]);
        command.Input.ShouldBe("r.example");
        command.Quiet.ShouldBeTrue();
    }

    [Fact]
    public async Task CredsStore_TokenUser_IsAnIdentityToken()
    {
        _processes.Plays("docker-credential-desktop", """{"Username":"<token>","Secret":"tok"}""");
        (await ForAsync("docker.io", """{"credsStore":"desktop"}""")).ShouldBeOfType<RegistryCredentials.IdentityToken>();
        _processes.Commands[0].Input.ShouldBe("https://index.docker.io/v1/");
    }

    [Fact]
    public async Task CredsStore_KnowsNone_TheFileIsRead()
    {
        _processes.Plays("docker-credential-desktop", "credentials not found in native keychain", 1);
        ShouldBeUser(await ForAsync("r.example", """{"credsStore":"desktop","auths":{"r.example":{"auth":"eDp5"}}}"""), "x", "y");
    }

    [Theory]
    [InlineData("""{"credsStore":"absent"}""", "docker-credential-absent, asked for r.example, isn't installed")]
    [InlineData("""{"credsStore":"broken"}""", "docker-credential-broken, asked for r.example, ended with code 3")]
    [InlineData("""{"credsStore":"chatty"}""", "docker-credential-chatty, asked for r.example, printed something that isn't JSON")]
    [InlineData("""{"auths":{"r.example":{"auth":"%%hunter2%%"}}}""", "the entry \"r.example\" can't be read")]
    [InlineData("""{"auths": hunter2 }""", "it isn't JSON (line 1)")]
    public async Task Unreadable_SaysWhatAndShowsNoSecret(string config, string expected)
    {
        _processes.Plays("docker-credential-broken", "hunter2", 3, "boom").Plays("docker-credential-chatty", "hunter2");
        var fault = await Should.ThrowAsync<DiagnosticException>(() => ForAsync("r.example", config));
        fault.Diagnostics[0].Code.ShouldBe(RegistryCodes.CredentialsUnreadable);
        fault.Message.ShouldContain(expected);
        fault.ToString().ShouldNotContain("hunter2");
    }
}
