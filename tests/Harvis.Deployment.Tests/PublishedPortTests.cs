using System.Net;
using System.Net.Sockets;
using Harvis.Deployment.Compose;
using Harvis.Model.Diagnostics;
using Shouldly;

namespace Harvis.Deployment.Tests;

/// <summary>Which ports count as taken, with sockets that are really bound.</summary>
public sealed class PublishedPortTests
{
    [Fact]
    public void Check_SeveralTaken_ReportsEach()
    {
        using var web = Listen(IPAddress.Loopback);
        using var api = Listen(IPAddress.Any);

        var refused = Should.Throw<DiagnosticException>(() => PortRule.Check(Release(Port(web), Port(api)), []));

        refused.Diagnostics.Count.ShouldBe(2);
        refused.Diagnostics[1].Message.ShouldContain($"Port {Port(api)} of this machine");
    }

    [Fact]
    public void Check_ListenerOnAllAddressesOfBothFamilies_Counts()
    {
        Assert.SkipUnless(Socket.OSSupportsIPv6, "There is no IPv6 here; start the machine with it.");
        using var other = TcpListener.Create(0);
        other.Start();

        Should.Throw<DiagnosticException>(() => PortRule.Check(Release(Port(other)), []));
    }

    [Fact]
    public async Task Check_ConnectionsOfAnEndedServerLinger_IsFree()
    {
        var server = Listen(IPAddress.Loopback);
        var port = Port(server);
        using (var client = new TcpClient())
        {
            await client.ConnectAsync(IPAddress.Loopback, port, TestContext.Current.CancellationToken);
            using var accepted = await server.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
            accepted.Close(); // the server's side closes first: its port is in TIME_WAIT
        }

        server.Stop();

        Should.NotThrow(() => PortRule.Check(Release(port), []));
    }

    [Theory]
    [InlineData("127.0.0.1:{0}->80/tcp", true)]
    [InlineData("0.0.0.0:{0}->80/tcp, :::{0}->80/tcp", true)]
    [InlineData("[::]:{0}->80/tcp", true)]
    [InlineData("127.0.0.1:{1}-{0}->8000-8001/tcp", true)] // how the engine writes ports in a row
    [InlineData("127.0.0.1:1{0}->80/tcp", false)]
    [InlineData("{0}/tcp", false)]
    [InlineData("", false)]
    public void Check_OwnContainerHasThePort_OnlyThenIsFine(string ports, bool own)
    {
        using var listener = Listen(IPAddress.Loopback);
        var text = string.Format(System.Globalization.CultureInfo.InvariantCulture, ports, Port(listener), Port(listener) - 1);
        var container = new ComposeContainer("p-web-1", "running", "Up", "", text);

        var check = () => PortRule.Check(Release(Port(listener)), [container]);

        if (own) Should.NotThrow(check);
        else Should.Throw<DiagnosticException>(check);
    }

    static ComposeRelease Release(params int[] ports) => new("p", "", 1, [.. ports.Select(port => (port, $"service-{port}"))]);

    static int Port(TcpListener listener) => ((IPEndPoint)listener.LocalEndpoint).Port;

    static TcpListener Listen(IPAddress address)
    {
        var listener = new TcpListener(address, 0);
        listener.Start();
        return listener;
    }
}
