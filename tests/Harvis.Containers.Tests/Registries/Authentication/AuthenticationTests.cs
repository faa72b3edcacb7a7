using System.Net;
using Harvis.Containers.Registries;
using Harvis.Containers.Registries.Authentication;
using Harvis.Containers.Registries.Blobs;
using Harvis.Containers.Registries.Errors;
using Harvis.Model.Images;
using Harvis.Model.Registries;
using Harvis.Model.Secrets;
using Harvis.Testing.Registries;
using Harvis.Testing.Registries.Faults;
using Shouldly;
using Xunit;

namespace Harvis.Containers.Tests.Registries.Authentication;

public sealed class AuthenticationTests
{
    const string Password = "correct horse";

    static readonly FakeRegistryOptions Basic = new() { Authentication = new FakeAuthentication.Basic("ann", Password) };

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static RegistryCredentials.UserPassword User(string password = Password) => new("ann", new Secret("password", password));

    sealed class Always(RegistryCredentials credentials) : ICredentialSource
    {
        public int Asked { get; private set; }

        public Task<RegistryCredentials> ForAsync(RegistryHost host, CancellationToken cancellationToken)
        {
            Asked++;
            return Task.FromResult(credentials);
        }
    }

    static FakeRegistryOptions Bearer(FaultyRegistry? clock = null, TimeSpan? lifetime = null, string? identityToken = null, bool anonymousPull = false) => new()
    {
        Authentication = new FakeAuthentication.Bearer("ann", Password) { Lifetime = lifetime ?? TimeSpan.FromMinutes(5), IdentityToken = identityToken, AnonymousPull = anonymousPull },
        Time = clock?.Time ?? TimeProvider.System,
    };

    [Fact]
    public async Task Basic_RightPassword_OnlyTheFirstRequestIsRefused()
    {
        var source = new Always(User());
        await using var registry = new FaultyRegistry(Basic, credentials: source);
        await registry.Client.ResolveAsync(registry.Tagged(), Ct);
        await registry.Client.ResolveAsync(registry.Tagged(), Ct);
        registry.Fake.Requests.Select(request => request.Status).ShouldBe([401, 404, 404]);
        source.Asked.ShouldBe(1);
    }

    [Fact]
    public async Task Basic_WrongPassword_FailsOnceWithoutShowingIt()
    {
        await using var registry = new FaultyRegistry(Basic, credentials: new Always(User("wrong-Passw0rd")));
        var fault = await Should.ThrowAsync<RegistryException>(() => registry.Client.ResolveAsync(registry.Tagged(), Ct));
        fault.Code.ShouldBe(RegistryCodes.Unauthorized);
        fault.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        fault.Attempts.ShouldBe(1);
        fault.Message.ShouldContain($"docker login {registry.Fake.Registry.Host}");
        fault.ToString().ShouldNotContain("wrong-Passw0rd");
        fault.ToString().ShouldNotContain(Convert.ToBase64String("ann:wrong-Passw0rd"u8));
        registry.Fake.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Basic_NoCredentials_SaysHowToLogIn()
    {
        await using var registry = new FaultyRegistry(Basic);
        var fault = await Should.ThrowAsync<RegistryException>(() => registry.Client.ResolveAsync(registry.Tagged(), Ct));
        fault.Code.ShouldBe(RegistryCodes.Unauthorized);
        fault.Message.ShouldContain("docker login");
        registry.Fake.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Open_NeverAsksForCredentials()
    {
        var source = new Always(User());
        await using var registry = new FaultyRegistry(credentials: source);
        await registry.PushAsync(Ct);
        source.Asked.ShouldBe(0);
    }

    [Fact]
    public async Task Bearer_SeveralRequests_OneTokenForEachScope()
    {
        await using var registry = new FaultyRegistry(Bearer(), credentials: new Always(User()));
        await registry.PushAsync(Ct);
        await registry.Client.ResolveAsync(registry.Tagged(), Ct);
        await registry.Client.ResolveAsync(registry.Tagged(), Ct);
        await registry.Client.ListTagsAsync(registry.Tagged(), Ct).ToListAsync(Ct);
        registry.Fake.Count(HttpMethod.Get, "/token").ShouldBe(1);
        registry.Fake.Requests.ShouldNotContain(request => request.Status == 401);
    }

    [Fact]
    public async Task Bearer_ManyRequestsAtOnce_AskForOneToken()
    {
        await using var registry = new FaultyRegistry(Bearer(), credentials: new Always(User()));
        await Task.WhenAll(Enumerable.Range(0, 16).Select(i => registry.Client.ResolveAsync(registry.Tagged($"t{i}"), Ct)));
        registry.Fake.Count(HttpMethod.Get, "/token").ShouldBe(1);
    }

    [Fact]
    public async Task Bearer_TokenRunsOut_IsRenewedBeforeItIsRefused()
    {
        await using var registry = new FaultyRegistry(Bearer(lifetime: TimeSpan.FromMinutes(5)), credentials: new Always(User()));
        await registry.Client.ResolveAsync(registry.Tagged(), Ct);
        registry.Time.Advance(TimeSpan.FromMinutes(4.8));
        await registry.Client.ResolveAsync(registry.Tagged(), Ct);
        registry.Fake.Count(HttpMethod.Get, "/token").ShouldBe(1);
        registry.Time.Advance(TimeSpan.FromMinutes(0.2));
        registry.Fake.ClearRequests();
        await registry.Client.ResolveAsync(registry.Tagged(), Ct);
        registry.Fake.Requests.Select(request => request.Status).ShouldBe([200, 404]);
    }

    [Fact]
    public async Task Bearer_TokenRevoked_IsReplacedOnce()
    {
        await using var registry = new FaultyRegistry(Bearer(), credentials: new Always(User()));
        await registry.Client.ResolveAsync(registry.Tagged(), Ct);
        registry.Fake.ClearRequests();
        registry.Fake.Inject(new RegistryFault.Challenge("Bearer realm=\"" + registry.Fake.Address + "token\",service=\"fake, \\\"registry\\\"\""), HttpMethod.Head);
        (await registry.Client.ResolveAsync(registry.Tagged(), Ct)).ShouldBeNull();
        registry.Fake.Requests.Select(request => request.Status).ShouldBe([401, 200, 404]);
    }

    [Fact]
    public async Task Bearer_IdentityToken_IsExchanged()
    {
        await using var registry = new FaultyRegistry(Bearer(identityToken: "refresh-me"), credentials: new Always(new RegistryCredentials.IdentityToken(new Secret("token", "refresh-me"))));
        await registry.PushAsync(Ct);
        await registry.Client.ResolveAsync(registry.Tagged(), Ct);
        registry.Fake.Requests.ShouldContain(request => request.Method == "POST" && request.Path == "/token" && request.Status == 200);
    }

    [Fact]
    public async Task Bearer_Anonymous_MayPullButNotPush()
    {
        await using var registry = new FaultyRegistry(Bearer(anonymousPull: true));
        (await registry.Client.ResolveAsync(registry.Tagged(), Ct)).ShouldBeNull();
        var fault = await Should.ThrowAsync<RegistryException>(() => registry.PushAsync(Ct));
        fault.Code.ShouldBe(RegistryCodes.Unauthorized);
        fault.Method.ShouldBe(HttpMethod.Post);
    }

    [Fact]
    public async Task Bearer_ServiceFailsFirst_IsAskedAgain()
    {
        await using var registry = new FaultyRegistry(Bearer(), credentials: new Always(User()));
        registry.Fake.Inject(new RegistryFault.Status(HttpStatusCode.ServiceUnavailable), pathPart: "/token", times: 2);
        registry.Fake.Inject(new RegistryFault.CutBeforeAnswer(), pathPart: "/token");
        (await registry.Client.ResolveAsync(registry.Tagged(), Ct)).ShouldBeNull();
        registry.Fake.Count(HttpMethod.Get, "/token").ShouldBe(4);
    }

    [Fact]
    public async Task Bearer_ServiceRefuses_NamesTheServiceAndNoSecret()
    {
        await using var registry = new FaultyRegistry(Bearer(), credentials: new Always(User("wrong-Passw0rd")));
        var fault = await Should.ThrowAsync<RegistryException>(() => registry.Client.ResolveAsync(registry.Tagged(), Ct));
        fault.Code.ShouldBe(RegistryCodes.Unauthorized);
        fault.Address.ShouldBe($"{registry.Fake.Address}token");
        fault.ToString().ShouldNotContain("wrong-Passw0rd");
    }

    [Fact]
    public async Task Bearer_Mount_AsksForBothRepositories()
    {
        await using var registry = new FaultyRegistry(Bearer(), credentials: new Always(User()));
        var image = await registry.PushAsync(Ct);
        (await registry.Client.MountBlobAsync(registry.Fake.Repository("other"), image.Layer.Digest, "team/app", Ct)).ShouldBeTrue();
        Uri.UnescapeDataString(registry.Fake.Requests.Single(request => request.Path == "/token").Target)
            .ShouldContain("scope=repository:other:pull,push&scope=repository:team/app:pull");
    }

    [Fact]
    public async Task Redirect_ToAnotherHost_TakesNoCredentialsAlong()
    {
        await using var store = new FaultyRegistry();
        await using var registry = new FaultyRegistry(Basic, credentials: new Always(User()));
        var image = await registry.PushAsync(Ct);
        await store.PushAsync(Ct);
        registry.Fake.Inject(new RegistryFault.Redirect(new Uri(store.Fake.Address, $"v2/team/app/blobs/{image.Layer.Digest}?signature=abc")), HttpMethod.Get, "/blobs/");
        (await (await registry.Client.OpenBlobAsync(registry.Tagged(), image.Layer.Digest, 0, Ct)).ToEndAsync(Ct)).ShouldBe(image.LayerBytes);
        var elsewhere = store.Fake.Requests.ShouldHaveSingleItem();
        elsewhere.Target.ShouldEndWith("?signature=abc");
        elsewhere.Headers.Keys.ShouldNotContain("Authorization", StringComparer.OrdinalIgnoreCase);
        registry.Fake.Requests.ShouldAllBe(request => request.Headers.ContainsKey("Authorization"));
    }

    [Fact]
    public async Task Redirect_ToAnotherHostThatWantsCredentials_GivesItNone()
    {
        await using var store = new FaultyRegistry(Basic);
        var source = new Always(User());
        await using var registry = new FaultyRegistry(credentials: source);
        var image = await registry.PushAsync(Ct);
        registry.Fake.Inject(new RegistryFault.Redirect(new Uri(store.Fake.Address, $"v2/team/app/blobs/{image.Layer.Digest}")), HttpMethod.Get, "/blobs/");
        var fault = await Should.ThrowAsync<RegistryException>(() => registry.Client.OpenBlobAsync(registry.Tagged(), image.Layer.Digest, 0, Ct));
        fault.Code.ShouldBe(RegistryCodes.Unauthorized);
        source.Asked.ShouldBe(0);
    }

    [Fact]
    public async Task Redirect_WithinTheRegistry_KeepsThem()
    {
        await using var registry = new FaultyRegistry(Basic, credentials: new Always(User()));
        var image = await registry.PushAsync(Ct);
        registry.Fake.Inject(new RegistryFault.Redirect(new Uri($"/v2/team/app/blobs/{image.Layer.Digest}", UriKind.Relative)), HttpMethod.Get, "/blobs/");
        (await (await registry.Client.OpenBlobAsync(registry.Tagged(), image.Layer.Digest, 0, Ct)).ToEndAsync(Ct)).ShouldBe(image.LayerBytes);
    }

    [Fact]
    public async Task Redirect_InCircles_Ends()
    {
        await using var registry = new FaultyRegistry();
        var image = await registry.PushAsync(Ct);
        registry.Fake.Inject(new RegistryFault.Redirect(new Uri($"/v2/team/app/blobs/{image.Layer.Digest}", UriKind.Relative)), HttpMethod.Get, "/blobs/", int.MaxValue);
        var fault = await Should.ThrowAsync<RegistryException>(() => registry.Client.OpenBlobAsync(registry.Tagged(), image.Layer.Digest, 0, Ct));
        fault.Code.ShouldBe(RegistryCodes.UnexpectedAnswer);
        registry.Fake.Requests.Count.ShouldBe(6);
    }

    [Fact]
    public void Credentials_Printed_ShowNothing()
    {
        $"{User()} {new RegistryCredentials.IdentityToken(new Secret("t", "tok-123"))}".ShouldNotContain(Password);
        $"{new RegistryCredentials.IdentityToken(new Secret("t", "tok-123"))}".ShouldNotContain("tok-123");
    }
}
