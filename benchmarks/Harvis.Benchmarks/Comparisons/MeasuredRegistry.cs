using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Harvis.Benchmarks.Processes;
using Harvis.Model.Registries;

namespace Harvis.Benchmarks.Comparisons;

/// <summary>Debian's <c>docker-registry</c> on a free loopback port, with its data in a temporary folder.</summary>
sealed class MeasuredRegistry : IDisposable
{
    /// <summary>The registry program.</summary>
    public const string Program = "docker-registry";

    static readonly TimeSpan StartTime = TimeSpan.FromSeconds(30);

    readonly string _folder = Directory.CreateTempSubdirectory("harvis-bench-").FullName;
    readonly System.Diagnostics.Process _process;

    /// <summary>Starts it and waits until it answers.</summary>
    /// <exception cref="TimeoutException">It doesn't answer.</exception>
    public MeasuredRegistry()
    {
        var port = FreePort();
        Registry = new Registry(string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}")) { Insecure = true };
        var config = Path.Combine(_folder, "config.yml");
        File.WriteAllText(config, $$"""
            version: 0.1
            log: { level: error, accesslog: { disabled: true } }
            storage: { filesystem: { rootdirectory: "{{_folder}}/data" } }
            http: { addr: "127.0.0.1:{{port}}" }

            """);
        _process = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("sh", ["-c", "exec \"$@\" >/dev/null 2>&1", "sh", ProgramOnPath.Find(Program)!, "serve", config]))!;
        Wait(port);
    }

    /// <summary>Its address.</summary>
    public Registry Registry { get; }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    static void Wait(int port)
    {
        for (var start = System.Diagnostics.Stopwatch.GetTimestamp(); System.Diagnostics.Stopwatch.GetElapsedTime(start) < StartTime; Thread.Sleep(50))
        {
            try
            {
                using var socket = new TcpClient();
                socket.Connect(IPAddress.Loopback, port);
                return;
            }
            catch (SocketException)
            {
                // Not yet.
            }
        }

        throw new TimeoutException($"{Program} doesn't answer.");
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
