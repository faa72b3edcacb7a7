using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Harvis.Model.Registries;
using Xunit;

namespace Harvis.Containers.Tests.Registries.Contract;

/// <summary>The real registry of the distribution project on a free loopback port, with its files in a temporary folder.</summary>
public class DockerRegistry : IAsyncLifetime
{
    const string Binary = "/usr/bin/docker-registry";
    public const string User = "builder";
    public const string Password = "s3cret-word";

    // "builder" with the password above, bcrypt; only this test's registry knows it.
    const string PasswordFile = $"{User}:$2b$05$Gh2f4yyc8S6DuUr9Oi3DI.iuT.rL1fn/0q0nkMSyTUW79AL05MPLq\n";

    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("harvis-registry-");
    Process? _process;

    /// <summary>Why it doesn't run, or null.</summary>
    public string? Missing { get; private set; }

    public Registry Registry { get; private set; } = new("127.0.0.1:1") { Insecure = true };

    protected virtual bool HasPassword => false;

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Binary))
        {
            Missing = $"{Binary} isn't installed: apt-get install docker-registry";
            return;
        }

        var port = FreePort();
        Registry = new Registry($"127.0.0.1:{port}") { Insecure = true };
        var config = Path.Combine(_folder.FullName, "config.yml");
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "htpasswd"), PasswordFile);
        await File.WriteAllTextAsync(config, Config(port));
        var start = new ProcessStartInfo(Binary, ["serve", config]) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["OTEL_TRACES_EXPORTER"] = "none";
        _process = Process.Start(start)!;
        _process.OutputDataReceived += static (_, _) => { };
        _process.ErrorDataReceived += static (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await WaitAsync(port);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_process is not null)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
            _process.Dispose();
        }

        _folder.Delete(recursive: true);
    }

    static async Task WaitAsync(int port)
    {
        for (var waited = 0; waited < 300; waited++)
        {
            try
            {
                using var socket = new TcpClient();
                await socket.ConnectAsync(IPAddress.Loopback, port);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(100);
            }
        }

        throw new TimeoutException("docker-registry didn't start within 30 s.");
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    string Config(int port) => $"""
        version: 0.1
        log:
          level: error
        storage:
          filesystem:
            rootdirectory: {_folder.FullName}/data
          delete:
            enabled: true
          maintenance:
            uploadpurging:
              enabled: false
        http:
          addr: 127.0.0.1:{port}
        {(HasPassword ? $"auth:\n  htpasswd:\n    realm: tests, here\n    path: {_folder.FullName}/htpasswd" : "")}
        """;
}

/// <summary>The same with basic authentication.</summary>
public sealed class DockerRegistryWithPassword : DockerRegistry
{
    protected override bool HasPassword => true;
}
