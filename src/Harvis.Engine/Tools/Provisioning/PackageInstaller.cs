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
        if (update.ExitCode != 0 || StepCommands.IsTransient(update)) log.Warn($"Not every package list could be refreshed: {update.Error.Trim()}");
        await commands.RequireAsync(commands.AsRoot(AptCommands.Install(options, step.Packages)), cancellationToken);
    }
}
