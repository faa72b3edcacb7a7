using Harvis.Engine.Environments;
using Harvis.Engine.Hosts;
using Harvis.Engine.Logging;
using Harvis.Engine.Processes;
using Harvis.Engine.Running;
using Harvis.Engine.Secrets;
using Harvis.Engine.Tools;
using Harvis.Engine.Tools.Doctor;
using Harvis.Engine.Tools.Inspection;
using Harvis.Engine.Tools.Machines;
using Harvis.Engine.Tools.Provisioning;
using Harvis.Model.Diagnostics;

namespace Harvis.Engine.Commands;

/// <summary>
/// Looks for the tools of a run on this machine. What was found is remembered until a folder of programs changes, so that a start doesn't
/// ask every program for its version again; services are asked each time.
/// </summary>
sealed class ToolGate(string root, IEnvironment environment, SecretMasker masker, IConsole console, TimeProvider clock) : IToolGate
{
    readonly MachineFiles _files = new();

    public async Task<IReadOnlyList<Diagnostic>> CheckAsync(IReadOnlyList<ToolNeed> needs, RunOptions options, CancellationToken cancellationToken)
    {
        var log = new ConsoleLog(console);
        var processes = new ProcessRunner(root, log, masker, clock);
        var probe = new HttpServiceProbe();
        var inspector = new ToolInspector(processes, probe, _files, environment);
        var memory = new ToolMemory(Path.Combine(root, ".nuke", "temp", "cache", "tools"), environment);
        if (!options.Provision) return await InspectAsync(needs, inspector, memory, cancellationToken);

        var system = HostSystem.Read(_files, environment);
        var provisioner = new Provisioner(processes, probe, _files, inspector, system, log, clock);
        var settings = new ProvisionOptions { TemporaryFolder = Path.Combine(root, ".nuke", "temp", "provision"), DryRun = options.DryRun };
        var result = await provisioner.ProvisionAsync(needs, settings, cancellationToken);
        return result.Diagnostics;
    }

    async Task<IReadOnlyList<Diagnostic>> InspectAsync(IReadOnlyList<ToolNeed> needs, ToolInspector inspector, ToolMemory memory, CancellationToken cancellationToken)
    {
        var unknown = needs.Where(need => need.Tool.Check is not ToolCheck.VersionCommand || !memory.Knows(need.Tool)).ToList();
        if (unknown.Count == 0) return [];
        var statuses = await inspector.InspectAsync(unknown, cancellationToken);
        memory.Remember(statuses.Where(status => status.State is ToolState.Found).Select(status => status.Tool));
        return new DoctorReport(statuses, HostSystem.Read(_files, environment)).Diagnostics;
    }

    sealed class ConsoleLog(IConsole console) : IRunLog
    {
        public void Write(LogLevel level, string text)
        {
            if (level == LogLevel.Debug) return;
            console.Out.WriteLine(text);
            console.Out.Flush();
        }
    }
}
