using System.Net;
using System.Net.Sockets;
using Harvis.Containers.Registries;
using Harvis.Containers.Registries.Authentication;
using Harvis.Containers.Registries.Errors;
using Harvis.Model.Images;
using Harvis.Model.Registries;
using Harvis.Testing.Registries;
using Harvis.Testing.Registries.Faults;
using Shouldly;
using Xunit;

namespace Harvis.Containers.Tests.Registries.Faults;

public sealed class ReachingTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task NothingListens_IsTriedFourTimesAndSaysSo()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var registry = new Registry($"127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}") { Insecure = true };
        free.Stop();
        using var client = new RegistryClient([registry], FixedCredentials.None, new() { ResponseTimeout = TimeSpan.FromHours(1) }, new ImpatientTime());
        var fault = await Should.ThrowAsync<RegistryException>(() => client.ResolveAsync(registry.Repository("app").WithTag(ImageTag.Parse("x")), Ct));
        fault.Message.ShouldBe(
            $"HRV6002: HEAD http://{registry.Host}/v2/app/manifests/x: no connection after 4 attempts. Check that the registry runs, its port, and what is between it and this machine.");
    }

    [Fact]
    public async Task PlainHttp_NotDeclaredInsecure_IsNeverSpoken()
    {
        await using var fake = new FakeRegistry();
        using var client = new RegistryClient([new Registry(fake.Registry.Host.ToString())], FixedCredentials.None, new() { ResponseTimeout = TimeSpan.FromHours(1) }, new ImpatientTime());
        var fault = await Should.ThrowAsync<RegistryException>(() => client.ResolveAsync(fake.Repository("app").WithTag(ImageTag.Parse("x")), Ct));
        fault.Address.ShouldStartWith("https://");
        fault.Code.ShouldBe(RegistryCodes.NotReachable);
        fault.Message.ShouldContain("Insecure = true");
        fake.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task NoAnswerInTime_SaysHowLongItWaited()
    {
        await using var fake = new FakeRegistry();
        fake.Inject(new RegistryFault.Silence(), times: int.MaxValue);
        using var client = new RegistryClient([fake.Registry], FixedCredentials.None, new() { ResponseTimeout = TimeSpan.FromMilliseconds(100), MaxAttempts = 2, FirstDelay = TimeSpan.FromMilliseconds(1) });
        var fault = await Should.ThrowAsync<RegistryException>(() => client.ResolveAsync(fake.Repository("app").WithTag(ImageTag.Parse("x")), Ct));
        fault.Message.ShouldContain(": no answer for 0.1 s after 2 attempts.");
    }

    [Fact]
    public async Task Slow_WithinTheLimit_IsWaitedFor()
    {
        await using var fake = new FakeRegistry();
        fake.Inject(new RegistryFault.Slow(TimeSpan.FromMilliseconds(200)));
        using var client = new RegistryClient([fake.Registry], FixedCredentials.None);
        (await client.ResolveAsync(fake.Repository("app").WithTag(ImageTag.Parse("x")), Ct)).ShouldBeNull();
        fake.Requests.Count.ShouldBe(1);
    }
}
