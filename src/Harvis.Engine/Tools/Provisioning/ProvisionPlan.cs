using Harvis.Engine.Tools.Machines;

namespace Harvis.Engine.Tools.Provisioning;

/// <summary>What provisioning will do, decided before it does anything.</summary>
/// <param name="Steps">The steps in their order.</param>
/// <param name="Unsupported">What can't be used and can't be got on this system.</param>
public sealed record ProvisionPlan(IReadOnlyList<ProvisionStep> Steps, IReadOnlyList<ToolStatus> Unsupported)
{
    /// <summary>The package with the keys that verify newer Debian releases; a point release brings new keys.</summary>
    const string DebianKeys = "debian-archive-keyring";

    /// <summary>Decides what to do about tools that can't be used. Pure; what is here already adds nothing.</summary>
    public static ProvisionPlan For(IReadOnlyList<ToolStatus> statuses, HostSystem system)
    {
        var wanted = statuses.Where(status => !status.State.IsUsable).ToArray();
        var reachable = wanted.Where(status => CanGet(status, system)).ToArray();
        var ways = reachable.Where(status => !IsInstalled(status)).Select(status => status.Tool.InstallationOn(system)).ToArray();
        var suites = ways.OfType<ToolInstallation.DebianSuiteFile>().GroupBy(file => file.Suite).ToArray();
        var packages = ways.OfType<ToolInstallation.AptPackages>().SelectMany(way => way.Packages)
            .Concat(suites.Select(_ => DebianKeys)).Distinct().ToArray();
        return new ProvisionPlan(
            [
                .. packages.Length == 0 ? [] : new ProvisionStep[] { new ProvisionStep.InstallPackages(packages) },
                .. suites.Select(suite => new ProvisionStep.TakeSuiteFiles(suite.Key, [.. suite])),
                .. reachable.Any(status => status.Tool.Check is ToolCheck.DockerEngine) ? new ProvisionStep[] { new ProvisionStep.StartEngine() } : [],
            ],
            [.. wanted.Where(status => !HasWay(status.Tool, system) && !IsInstalled(status) && status.Tool.Check is not ToolCheck.Registry)]);
    }

    // Also an engine that didn't come from the system's own packages: those would replace it.
    static bool IsInstalled(ToolStatus status) => status.State is ToolState.NotRunning { IsInstalled: true };

    static bool HasWay(Tool tool, HostSystem system) =>
        tool.InstallationOn(system) is ToolInstallation.AptPackages or ToolInstallation.DebianSuiteFile;

    // Rights to a socket and another machine's engine aren't got by installing.
    static bool CanGet(ToolStatus status, HostSystem system) =>
        (HasWay(status.Tool, system) || IsInstalled(status))
        && status.State is not (ToolState.NotRunning { IsForbidden: true } or ToolState.NotRunning { IsElsewhere: true });
}
