using System.Net;
using System.Net.Sockets;
using Harvis.Deployment.Compose;
using Harvis.Model.Diagnostics;
using Shouldly;

namespace Harvis.Deployment.Tests.Compose;

public sealed class PortRuleTests
{
    public static TheoryData<string> Addresses => [IPAddress.Loopback.ToString(), IPAddress.Any.ToString(), IPAddress.IPv6Any.ToString()];

    [Theory]
    [MemberData(nameof(Addresses))]
    public void Check_PortInUse_IsRefusedWithPortServiceAndRemedy(string address)
    {
        Assert.SkipUnless(Socket.OSSupportsIPv6 || !address.Contains(':'), "This machine has no IPv6.");
        using var other = Listen(IPAddress.Parse(address));

        var refused = Should.Throw<DiagnosticException>(() => PortRule.Check(Publishing(other), []));

        refused.Message.ShouldBe(
            $"HRV6101: Port {Port(other)} of this machine, which \"web\" publishes, is in use by another program. "
            + $"Find it with: ss -ltnp 'sport = :{Port(other)}'; end it, or give \"web\" another PublishedPort.");
    }

    [Fact]
    public void Check_PortFreeAgain_IsFine()
    {
        var other = Listen(IPAddress.Loopback);
        var release = Publishing(other);
        other.Dispose();

        Should.NotThrow(() => PortRule.Check(release, []));
    }

    [Fact]
    public void Check_SeveralPortsInUse_NamesEach()
    {
        using var first = Listen(IPAddress.Loopback);
        using var second = Listen(IPAddress.Loopback);

        Should.Throw<DiagnosticException>(() => PortRule.Check(new ComposeRelease("p", "", 2, [(Port(first), "web"), (Port(second), "api")]), []))
            .Diagnostics.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("127.0.0.1:{0}->80/tcp", true)]
    [InlineData("0.0.0.0:{0}->80/tcp, :::{0}->80/tcp", true)]
    [InlineData("81/tcp, 127.0.0.1:{0}->80/tcp", true)]
    [InlineData("127.0.0.1:{1}-{2}->80-82/tcp", true)] // the engine writes ports in a row as one range
    [InlineData("{0}/tcp", false)] // exposed, not published
    [InlineData("127.0.0.1:80->{0}/tcp", false)]
    [InlineData("", false)]
    public void Check_PortHeldByTheSameProject_IsFine(string ports, bool isOwn)
    {
        using var other = Listen(IPAddress.Loopback);
        var port = Port(other);
        var own = new ComposeContainer("p-web-1", "running", "Up 2 minutes (healthy)", "", string.Format(System.Globalization.CultureInfo.InvariantCulture, ports, port, port - 1, port + 1));

        if (isOwn) Should.NotThrow(() => PortRule.Check(Publishing(other), [own]));
        else Should.Throw<DiagnosticException>(() => PortRule.Check(Publishing(other), [own]));
    }

    static TcpListener Listen(IPAddress address)
    {
        var listener = new TcpListener(address, 0);
        if (address.AddressFamily == AddressFamily.InterNetworkV6) listener.Server.DualMode = true;
        listener.Start();
        return listener;
    }

    static ComposeRelease Publishing(TcpListener listener) => new("p", "", 1, [(Port(listener), "web")]);

    static int Port(TcpListener listener) => ((IPEndPoint)listener.LocalEndpoint).Port;
}
