using System.Globalization;
using Harvis.Containers.Delivery;
using Harvis.Engine.Dsl;
using Harvis.Engine.Logging;
using Harvis.Engine.Processes;
using Harvis.Model.Diagnostics;
using Harvis.Model.Images;
using Harvis.Model.Registries;

namespace Harvis.Containers.LocalRegistries;

/// <summary>
/// Makes sure that a registry answers on this machine: the one that runs, else a container of the registry image if that can be had,
/// else Debian's <c>docker-registry</c> program. It stays when the run ends, with its data under <c>.nuke/temp/registry</c>.
/// </summary>
public static class LocalRegistry
{
    const string ContainerName = "harvis-registry";

    /// <summary>How long a registry that was started may take to answer: 30 seconds.</summary>
    public static readonly TimeSpan StartTime = TimeSpan.FromSeconds(30);

    /// <summary>Starts a registry unless one answers.</summary>
    /// <param name="registry">Where it is to answer: a loopback address, plain HTTP.</param>
    /// <param name="image">The registry image, if there is one to try.</param>
    /// <param name="run">The target's run.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="DiagnosticException">None answers and none can be started.</exception>
    public static async Task EnsureAsync(Registry registry, ImageReference? image, TargetRun run, CancellationToken cancellationToken)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromSeconds(5) };
        var address = new Uri($"{(registry.Insecure ? "http" : "https")}://{registry.Host}/v2/");
        if (await AnswersAsync(http, address, cancellationToken))
        {
            run.Log.Info($"The registry {registry.Host} answers.");
            return;
        }

        if (!registry.Host.IsLoopback) throw Refused(registry, "it isn't on this machine, so it isn't started");
        if (image is null || !await StartContainerAsync(registry, image, run, cancellationToken)) await StartProgramAsync(registry, run, cancellationToken);
        var start = run.Time.GetTimestamp();
        while (!await AnswersAsync(http, address, cancellationToken))
        {
            if (run.Time.GetElapsedTime(start) > StartTime) throw Refused(registry, $"it was started, but doesn't answer; its log is {LogFile(run)}");
            await Task.Delay(TimeSpan.FromMilliseconds(100), run.Time, cancellationToken);
        }

        run.Log.Info($"The registry {registry.Host} answers.");
    }

    static async Task<bool> AnswersAsync(HttpClient http, Uri address, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await http.GetAsync(address, cancellationToken);
            return answer.IsSuccessStatusCode || answer.StatusCode == System.Net.HttpStatusCode.Unauthorized;
        }
        catch (Exception silent) when (silent is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    // The image is run only if it is here or can be had within a minute: sites without a way out have none.
    static async Task<bool> StartContainerAsync(Registry registry, ImageReference image, TargetRun run, CancellationToken cancellationToken)
    {
        try
        {
            var port = (registry.Host.Port ?? 80).ToString(CultureInfo.InvariantCulture);
            var restart = new ProcessCommand("docker", "start", ContainerName) { Quiet = true, Timeout = TimeSpan.FromMinutes(1) };
            if ((await run.Processes.RunAsync(restart, cancellationToken)).ExitCode == 0) return true;
            var pull = new ProcessCommand("docker", "pull", "--quiet", image.ToString()) { Quiet = true, Timeout = TimeSpan.FromMinutes(1) };
            if ((await run.Processes.RunAsync(pull, cancellationToken)).ExitCode != 0) return false;
            run.Log.Info($"Starting {image} as container {ContainerName}.");
            var start = new ProcessCommand("docker", "run", "--detach", "--name", ContainerName, "--restart", "unless-stopped", "--publish", $"127.0.0.1:{port}:5000", "--env", "REGISTRY_STORAGE_DELETE_ENABLED=true", image.ToString());
            return (await run.Processes.RunAsync(start, cancellationToken)).ExitCode == 0;
        }
        catch (Exception notHad) when (notHad is TimeoutException or ProgramNotFoundException)
        {
            return false;
        }
    }

    static async Task StartProgramAsync(Registry registry, TargetRun run, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(run.Temporary, "registry");
        Directory.CreateDirectory(folder);
        var config = Path.Combine(folder, "config.yml");
        await File.WriteAllTextAsync(config, Config(registry, folder), cancellationToken);
        run.Log.Info($"Starting docker-registry on {registry.Host}.");
        try
        {
            // Its own session, so that it outlives the run.
            await run.Processes.RunAsync(
                new ProcessCommand("setsid", "-f", "sh", "-c", "exec docker-registry serve \"$1\" >>\"$2\" 2>&1 </dev/null", "sh", config, LogFile(run)) { Quiet = true },
                cancellationToken);
        }
        catch (ProgramNotFoundException missing)
        {
            throw Refused(registry, $"it can't be started: {missing.Message}");
        }
    }

    static string LogFile(TargetRun run) => Path.Combine(run.Temporary, "registry", "registry.log");

    // https://distribution.github.io/distribution/about/configuration/
    static string Config(Registry registry, string folder) =>
        $$"""
        version: 0.1
        log: { level: warn }
        storage:
          filesystem: { rootdirectory: "{{Path.Combine(folder, "data")}}" }
          delete: { enabled: true }
        http: { addr: "{{registry.Host.Host.Replace("localhost", "127.0.0.1", StringComparison.Ordinal)}}:{{registry.Host.Port ?? 80}}" }

        """;

    static DiagnosticException Refused(Registry registry, string why) => new(new Diagnostic(
        DeliveryCodes.NoRegistry,
        $"No registry answers at {registry.Host}: {why}.",
        "Start one there, or run ./build.sh --provision, which installs what is needed."));
}
