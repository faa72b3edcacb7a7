using Harvis.Engine.Processes;

namespace Harvis.Engine.Tools.Provisioning;

/// <summary>Installs the system's own packages: one refresh of the lists, one installation.</summary>
sealed class PackageInstaller(StepCommands commands, ProvisionLog log, ProvisionOptions options)
{
    public static IEnumerable<ProcessCommand> Commands(ProvisionStep.InstallPackages step, ProvisionOptions options) =>
        [AptCommands.Update(options), AptCommands.Install(options, step.Packages)];

    public async Task RunAsync(ProvisionStep.InstallPackages step, CancellationToken cancellationToken)
    {
        // A source that has nothing to do with the packages may be broken: whether they can be had shows when they are installed.
        var update = await commands.RunAsync(commands.AsRoot(AptCommands.Update(options)), cancellationToken);
        var isStale = update.ExitCode != 0 || StepCommands.IsTransient(update);
        if (isStale) log.Warn($"Not every package list could be refreshed: {StepCommands.Reason(update)}");
        var install = commands.AsRoot(AptCommands.Install(options, step.Packages));
        var result = await commands.RunAsync(install, cancellationToken);
        if (result.Error.Contains("dpkg was interrupted", StringComparison.Ordinal))
        {
            log.Note("An installation before this one was cut off; finishing it first.");
            await commands.RequireAsync(commands.AsRoot(AptCommands.FinishInterrupted(options)), cancellationToken);
            result = await commands.RunAsync(install, cancellationToken);
        }

        if (isStale && result.ExitCode != 0)
            throw new ProvisionException(
                $"the package lists couldn't be refreshed ({StepCommands.Reason(update)}) and the installation failed ({StepCommands.Reason(result)}).",
                "See that this machine reaches its package sources, then run ./build.sh --provision again.");
        result.EnsureSuccess();
    }
}
