using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Harvis.Model.Diagnostics;

namespace Harvis.Deployment.Compose;

/// <summary>Finds out, before anything starts, that a port which the release publishes is taken by something else.</summary>
static partial class PortRule
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

    static bool IsOwn(int port, IReadOnlyList<ComposeContainer> own) =>
        own.SelectMany(container => Published().Matches(container.Ports)).Any(match =>
            Number(match.Groups["first"].Value) is var first
            && first <= port
            && port <= (match.Groups["last"] is { Success: true } last ? Number(last.Value) : first));

    static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    // The engine writes ports in a row as one range: 127.0.0.1:8000-8001->80-81/tcp.
    [GeneratedRegex(@":(?<first>\d{1,5})(-(?<last>\d{1,5}))?->")]
    private static partial Regex Published();

    static bool IsTaken(int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            return false;
        }
        catch (SocketException refused) when (refused.SocketErrorCode == SocketError.AddressAlreadyInUse || (refused.SocketErrorCode == SocketError.AccessDenied && OperatingSystem.IsWindows()))
        {
            return true;
        }
        catch (SocketException refused) when (refused.SocketErrorCode == SocketError.AccessDenied)
        {
            // A port below 1024 is only closed to this user; the engine may have it.
            return false;
        }
    }
}
