using Harvis.Engine.Logging;
using Harvis.Engine.Processes;
using Harvis.Engine.Tools.Doctor;
using Harvis.Engine.Tools.Inspection;
using Harvis.Engine.Tools.Machines;
using Harvis.Model.Diagnostics;

namespace Harvis.Engine.Tools.Provisioning;

/// <summary>
/// Gets what is missing: says the whole plan, then does one step after the other, saying each before it. What is here already is left
/// alone, so a second time does nothing.
/// </summary>
public sealed class Provisioner(
    IProcessRunner processes,
    IServiceProbe services,
    IMachineFiles files,
    ToolInspector inspector,
    HostSystem system,
    IRunLog runLog,
    TimeProvider clock)
{
    readonly ProvisionLog _log = new(runLog);

    /// <summary>Makes the needed tools usable, as far as that can be done.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled; what was being done has been ended.</exception>
    public async Task<ProvisionResult> ProvisionAsync(IReadOnlyList<ToolNeed> needs, ProvisionOptions options, CancellationToken cancellationToken)
    {
        var before = await inspector.InspectAsync(needs, cancellationToken);
        var plan = ProvisionPlan.For(before, system);
        if (plan.Steps.Count == 0)
        {
            if (before.All(status => status.State.IsUsable)) _log.NothingToDo();
            return new ProvisionResult(plan, new DoctorReport(before, system));
        }

        _log.Plan(plan);
        if (options.DryRun)
        {
            _log.DryRun(Commands(plan, options));
            return new ProvisionResult(plan, new DoctorReport(before, system)) { IsDryRun = true };
        }

        var failure = await RunAsync(plan, options, cancellationToken);
        var after = await inspector.InspectAsync(needs, cancellationToken);
        return new ProvisionResult(plan, new DoctorReport(after, system), failure);
    }

    async Task<Diagnostic?> RunAsync(ProvisionPlan plan, ProvisionOptions options, CancellationToken cancellationToken)
    {
        var commands = new StepCommands(processes, _log, options, clock);
        if (!await commands.GetRightsAsync(cancellationToken)) return ToolDiagnostics.NoRights(Commands(plan, options));
        inspector.Forget();
        foreach (var step in plan.Steps)
        {
            _log.Starting(step);
            var start = clock.GetTimestamp();
            try
            {
                await RunStepAsync(step, commands, options, cancellationToken);
            }
            catch (ProvisionException e)
            {
                return ToolDiagnostics.StepFailed(step.Title, e.Message, e.Remedy);
            }
            catch (Exception e) when (e is ProcessFailedException or ProgramNotFoundException or TimeoutException)
            {
                return ToolDiagnostics.StepFailed(step.Title, e.Message, "Correct that, then run ./build.sh --provision again: it goes on from there.");
            }

            _log.Done(step, clock.GetElapsedTime(start));
        }

        return null;
    }

    Task RunStepAsync(ProvisionStep step, StepCommands commands, ProvisionOptions options, CancellationToken cancellationToken) => step switch
    {
        ProvisionStep.InstallPackages install => new PackageInstaller(commands, _log, options).RunAsync(install, cancellationToken),
        ProvisionStep.TakeSuiteFiles take => new SuiteFileTaker(commands, options).RunAsync(take, cancellationToken),
        _ => new EngineStarter(commands, services, files, _log, options, clock).RunAsync(cancellationToken),
    };

    string[] Commands(ProvisionPlan plan, ProvisionOptions options) => [.. plan.Steps.SelectMany(step => step switch
    {
        ProvisionStep.InstallPackages install => PackageInstaller.Commands(install, options),
        ProvisionStep.TakeSuiteFiles take =>
            [.. SuiteFileTaker.Commands(take, options, "<this machine's Debian mirror>"), .. SuiteFileTaker.RootCommands(take, options)],
        _ => EngineStarter.Commands(files).TakeLast(1),
    }).Select(Typed)];

    // As a person would type it, with its folder and its input.
    static string Typed(ProcessCommand command)
    {
        var input = command.Input is null ? "" : $"echo {Quoted(command.Input.TrimEnd())} | ";
        var folder = command.WorkingDirectory is null ? "" : $"cd {command.WorkingDirectory} && ";
        return folder + input + command;
    }

    static string Quoted(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
