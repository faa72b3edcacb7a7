using System.Net;
using Harvis.Engine.Tools.Inspection;
using Harvis.Testing.Registries;
using Harvis.Testing.Services;
using Shouldly;

namespace Harvis.Testing.Tests.Services;

/// <summary>What everybody who asks services may rely on. The service that is there is a registry: <c>/v2/</c> answers 200, what it doesn't know 404.</summary>
public abstract class ServiceProbeContract
{
    protected static readonly Uri Nothing = new("http://127.0.0.1:1/");

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected abstract IServiceProbe Probe { get; }

    protected abstract Uri Service { get; }

    [Fact]
    public async Task Get_ServiceThatIsThere_GivesItsAnswer() => (await Probe.GetAsync(Service, "/v2/", Token)).Status.ShouldBe((int)HttpStatusCode.OK);

    [Fact]
    public async Task Get_PathThatIsNotThere_IsAnAnswerToo() => (await Probe.GetAsync(Service, "/nothing", Token)).Status.ShouldBe((int)HttpStatusCode.NotFound);

    [Fact]
    public async Task Get_NothingListens_SaysWhere()
    {
        var unreachable = await Should.ThrowAsync<ServiceUnreachableException>(() => Probe.GetAsync(Nothing, "/v2/", Token));

        unreachable.Message.ShouldBe($"nothing listens at {Nothing}");
        unreachable.IsForbidden.ShouldBeFalse();
    }

    [Fact]
    public async Task Get_Cancelled_Ends()
    {
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => Probe.GetAsync(Service, "/v2/", cancel.Token));
    }
}

public sealed class RealServiceProbeTests : ServiceProbeContract, IAsyncLifetime
{
    readonly FakeRegistry _registry = new();

    protected override IServiceProbe Probe { get; } = new HttpServiceProbe();

    protected override Uri Service => new(_registry.Address.ToString());

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _registry.DisposeAsync();
}

public sealed class FakeServiceProbeTests : ServiceProbeContract
{
    static readonly Uri Played = new("http://127.0.0.1:5000/");

    readonly FakeServiceProbe _probe = new FakeServiceProbe().Answers(Played, "/v2/", "{}");

    protected override IServiceProbe Probe => _probe;

    protected override Uri Service => Played;

    [Fact]
    public async Task Forbids_Service_IsToldFromOneThatIsNotThere()
    {
        var socket = new Uri("unix:///var/run/docker.sock");

        (await Should.ThrowAsync<ServiceUnreachableException>(() => _probe.Forbids(socket).GetAsync(socket, "/_ping", Token))).IsForbidden.ShouldBeTrue();
        _probe.Asked.ShouldBe([(socket, "/_ping")]);
    }
}
