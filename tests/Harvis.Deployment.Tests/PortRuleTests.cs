using System.Net;
using System.Net.Sockets;
using Harvis.Deployment.Compose;
using Harvis.Model.Diagnostics;
using Shouldly;

namespace Harvis.Deployment.Tests;

public sealed class PortRuleTests
{
    [Fact]
    public void Check_PortInUse_IsRefusedWithPortServiceAndRemedy()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var refused = Should.Throw<DiagnosticException>(() => PortRule.Check(new ComposeRelease("p", "", 1, [(port, "web")]), []));

        refused.Message.ShouldBe(
            $"HRV6101: Port {port} of this machine, which \"web\" publishes, is in use by another program. "
            + $"Find it with: ss -ltnp 'sport = :{port}'; end it, or give \"web\" another PublishedPort.");
    }

    [Fact]
    public void Check_PortHeldByTheSameProject_IsFine()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        var own = new ComposeContainer("p-web-1", "running", "Up 2 minutes (healthy)", "", $"127.0.0.1:{port}->80/tcp");

        Should.NotThrow(() => PortRule.Check(new ComposeRelease("p", "", 1, [(port, "web")]), [own]));
    }

    [Theory]
    [InlineData("running", "Up 2 minutes (healthy)", true)]
    [InlineData("running", "Up 2 minutes", true)]
    [InlineData("running", "Up 1 second (health: starting)", false)]
    [InlineData("running", "Up 2 minutes (unhealthy)", false)]
    [InlineData("exited", "Exited (1) 2 minutes ago", false)]
    public void IsHealthy_ByStateAndStatus(string state, string status, bool healthy) =>
        ComposeContainer.Parse($"name\t{state}\t{status}\trelease\t\n").Single().IsHealthy.ShouldBe(healthy);
}
