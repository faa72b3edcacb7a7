using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Harvis.Model.Diagnostics;

namespace Harvis.Deployment.Compose;

/// <summary>Finds out, before anything starts, that a port which the release publishes is taken by something else.</summary>
static class PortRule
{
    /// <exception cref="DiagnosticException">A port is taken.</exception>
    public static void Check(ComposeRelease release, IReadOnlyList<ComposeContainer> own)
    {
        var taken = release.Ports.Where(port => !IsOwn(port.Port, own) && IsTaken(port.Port)).ToList();
        if (taken.Count == 0) return;
        throw new DiagnosticException([.. taken.Select(port => new Diagnostic(
            DeploymentCodes.PortInUse,
            string.Create(CultureInfo.InvariantCulture, $"Port {port.Port} of this machine, which \"{port.Service}\" publishes, is in use by another program."),
            string.Create(CultureInfo.InvariantCulture, $"Find it with: ss -ltnp 'sport = :{port.Port}'; end it, or give \"{port.Service}\" another PublishedPort.")))]);
    }

    static bool IsOwn(int port, IReadOnlyList<ComposeContainer> own)
    {
        var published = string.Create(CultureInfo.InvariantCulture, $":{port}->");
        return own.Any(container => container.Ports.Contains(published, StringComparison.Ordinal));
    }

    static bool IsTaken(int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            return false;
        }
        catch (SocketException refused) when (refused.SocketErrorCode is SocketError.AddressAlreadyInUse or SocketError.AccessDenied)
        {
            return true;
        }
    }
}
