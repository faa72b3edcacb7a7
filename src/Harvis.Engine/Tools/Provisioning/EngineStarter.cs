using Harvis.Engine.Processes;
using Harvis.Engine.Tools.Inspection;
using Harvis.Engine.Tools.Machines;

namespace Harvis.Engine.Tools.Provisioning;

/// <summary>Starts the Docker Engine in the way that the machine allows and waits until it answers.</summary>
sealed class EngineStarter(
    StepCommands commands, IServiceProbe services, IMachineFiles files, ProvisionLog log, ProvisionOptions options, TimeProvider clock)
{
    const string LogFile = "/var/log/dockerd.log";

    static readonly Uri Socket = new("unix://" + EngineAddress.DefaultSocket);
    static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(100);

    // dockerd writes its process id within this time, or dies on its configuration.
    static readonly TimeSpan TimeToRegister = TimeSpan.FromSeconds(3);

    static ProcessCommand SystemdStart => new("systemctl", "start", "docker") { Timeout = TimeSpan.FromMinutes(2) };

    static ProcessCommand ServiceStart => new("service", "docker", "start") { Timeout = TimeSpan.FromMinutes(1) };

    // A session of its own: it outlives this process and its terminal.
    static ProcessCommand Detached => new("setsid", "-f", "sh", "-c", $"exec dockerd >{LogFile} 2>&1 </dev/null") { Timeout = TimeSpan.FromSeconds(30) };

    /// <summary>The ways to start it on this machine, best first.</summary>
    public static IReadOnlyList<ProcessCommand> Commands(IMachineFiles files) =>
        files.ReadText("/proc/1/comm")?.Trim() == "systemd" ? [SystemdStart]
        : files.Exists("/etc/init.d/docker") ? [ServiceStart, Detached]
        : [Detached];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        // Installing the package may have started it.
        if (await AnswersAsync(cancellationToken)) return;
        var ways = Commands(files);
        for (var i = 0; i < ways.Count; i++)
        {
            var started = await commands.RunAsync(commands.AsRoot(ways[i]), cancellationToken);
            if (started.ExitCode == 0)
            {
                await WaitAsync(ways[i], cancellationToken);
                await CheckStorageAsync(cancellationToken);
                return;
            }

            if (i == ways.Count - 1) throw await FailureAsync(ways[i], $"\"{ways[i]}\" failed", started.Error, cancellationToken);
            log.Note($"\"{ways[i]}\" can't do it here ({started.Error.Trim().Split('\n')[^1].Trim()}).");
        }
    }

    async Task WaitAsync(ProcessCommand way, CancellationToken cancellationToken)
    {
        var start = clock.GetTimestamp();
        while (!await AnswersAsync(cancellationToken))
        {
            var waited = clock.GetElapsedTime(start);
            var died = waited > TimeToRegister && !IsAlive();
            if (died) throw await FailureAsync(way, "dockerd ended before it answered", "", cancellationToken);
            if (waited > options.StartTimeout)
                throw await FailureAsync(way, $"dockerd didn't answer within {options.StartTimeout.TotalSeconds:0} s", "", cancellationToken);
            await Task.Delay(PollEvery, clock, cancellationToken);
        }
    }

    async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        if (!files.Exists(EngineAddress.DefaultSocket)) return false;
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(TimeSpan.FromSeconds(5));
        try
        {
            // Whoever may not open the socket learns it from the look that follows.
            return (await services.GetAsync(Socket, "/_ping", limited.Token)).Status == 200;
        }
        catch (ServiceUnreachableException e)
        {
            return e.IsForbidden;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    // The number alone may be left over from before a reboot and be another process's now.
    bool IsAlive() => files.ReadText("/var/run/docker.pid")?.Trim() is { Length: > 0 } id && files.ReadText($"/proc/{id}/comm")?.Trim() == "dockerd";

    async Task<ProvisionException> FailureAsync(ProcessCommand way, string what, string error, CancellationToken cancellationToken)
    {
        var text = $"{error.Trim()}\n{await LogTailAsync(way, cancellationToken)}".Trim();
        log.Fail(text.Length == 0 ? "The engine left no log." : $"The end of the engine's log:\n{text}");
        return new ProvisionException($"{what}: {EngineFailure.Cause(text)}", EngineFailure.Advice(text));
    }

    async Task<string> LogTailAsync(ProcessCommand way, CancellationToken cancellationToken)
    {
        var command = way.Program switch
        {
            "systemctl" => new ProcessCommand("journalctl", "-u", "docker", "-n", "15", "--no-pager", "-o", "cat"),
            "service" => new ProcessCommand("tail", "-n", "15", "/var/log/docker.log"),
            _ => new ProcessCommand("tail", "-n", "15", LogFile),
        };
        return (await commands.TryAsync(commands.AsRoot(command), cancellationToken))?.Output.Trim() ?? "";
    }

    // On a file system that overlayfs can't be put on, the engine falls back to copying whole layers.
    async Task CheckStorageAsync(CancellationToken cancellationToken)
    {
        var info = commands.AsRoot(new ProcessCommand("docker", "info", "--format", "{{.Driver}}"));
        if ((await commands.TryAsync(info, cancellationToken))?.Output.Trim() == "vfs")
            log.Warn(
                "The engine stores layers as full copies (vfs), which is slow and large: /var/lib/docker isn't on a file system that "
                + "overlay2 works on. In a container, mount a volume there.");
    }
}
