namespace Harvis.Engine.Tools.Provisioning;

/// <summary>What to do about the ways in which dockerd fails to start.</summary>
static class EngineFailure
{
    static readonly string[] Causes = ["failed to start daemon", "failed to start containerd", "unable to configure the Docker daemon"];

    static readonly (string Text, string Advice)[] Known =
    [
        ("pid file found", "Another dockerd runs, or one died and left its mark: see that none runs and delete /var/run/docker.pid."),
        ("process with PID", "Another dockerd runs, or one died and left its mark: see that none runs and delete /var/run/docker.pid."),
        ("daemon.json", "Correct /etc/docker/daemon.json."),
        ("Iptables not found", "Install the package iptables."),
        ("you must be root", "This container may not change the network: run it with all capabilities (--privileged), or mount the host's Docker socket into it instead."),
        ("iptables", "The engine can't set up its network with iptables: load the kernel's modules (modprobe ip_tables), or run this container with --privileged."),
        ("Devices cgroup isn't mounted", "Control groups aren't mounted: run this container with --privileged, or install the package cgroupfs-mount."),
        ("operation not permitted", "This container lacks rights that an engine needs: run it with --privileged, or mount the host's Docker socket into it instead."),
        ("permission denied", "This container lacks rights that an engine needs: run it with --privileged, or mount the host's Docker socket into it instead."),
        ("no space left on device", "Free space on the disk that holds /var/lib/docker."),
        ("driver not supported", "/var/lib/docker holds layers of another storage driver, or is on a file system without overlay: mount a volume there."),
    ];

    /// <summary>The line of a log that says why dockerd ended, with a full stop.</summary>
    public static string Cause(string log)
    {
        var lines = log.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).ToArray();
        var line = lines.LastOrDefault(text => Causes.Any(cause => text.StartsWith(cause, StringComparison.Ordinal))) ?? lines.LastOrDefault() ?? "it left no log";
        return line.TrimEnd('.') + ".";
    }

    /// <summary>The advice for what a log says; general advice where it says nothing known.</summary>
    public static string Advice(string log) =>
        Known.FirstOrDefault(known => log.Contains(known.Text, StringComparison.OrdinalIgnoreCase)).Advice
        ?? "Correct what its log says, then run ./build.sh --provision again.";
}
