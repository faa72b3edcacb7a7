using Harvis.Engine.Tools.Machines;
using Harvis.Model.Diagnostics;

namespace Harvis.Engine.Tools.Provisioning;

/// <summary>What provisioning will do, decided before it does anything.</summary>
/// <param name="Steps">The steps in their order.</param>
/// <param name="Unsupported">HRV1205 for what it can't get, with hints.</param>
public sealed record ProvisionPlan(IReadOnlyList<ProvisionStep> Steps, IReadOnlyList<Diagnostic> Unsupported)
{
    /// <summary>The package with the keys that verify newer Debian releases; a point release brings new keys.</summary>
    const string DebianKeys = "debian-archive-keyring";

    /// <summary>Decides what to do about tools that can't be used. Pure; what is here already adds nothing.</summary>
    public static ProvisionPlan For(IReadOnlyList<ToolStatus> statuses, HostSystem system)
    {
        var wanted = statuses.Where(status => !status.State.IsUsable).ToArray();
        var unsupported = wanted.Where(status => !CanGet(status, system)).ToArray();
        var tools = wanted.Except(unsupported).Select(status => status.Tool).ToArray();
        var ways = tools.Select(tool => tool.InstallationOn(system)).Distinct().ToArray();
        var suites = ways.OfType<ToolInstallation.DebianSuiteFile>().GroupBy(file => file.Suite).ToArray();
        var packages = ways.OfType<ToolInstallation.AptPackages>().SelectMany(way => way.Packages).Concat(suites.Select(_ => DebianKeys)).Distinct().ToArray();
        return new ProvisionPlan(
            [
                .. packages.Length == 0 ? [] : new ProvisionStep[] { new ProvisionStep.InstallPackages(packages) },
                .. suites.Select(suite => new ProvisionStep.TakeSuiteFiles(suite.Key, [.. suite])),
                .. tools.Any(tool => tool.Check is ToolCheck.DockerEngine) ? new ProvisionStep[] { new ProvisionStep.StartEngine() } : [],
            ],
            [.. unsupported.Select(status => ToolDiagnostics.Unsupported(status, system))]);
    }

    static bool CanGet(ToolStatus status, HostSystem system) =>
        status.Tool.InstallationOn(system) is ToolInstallation.AptPackages or ToolInstallation.DebianSuiteFile
        && status.State is not ToolState.NotRunning { IsForbidden: true } and not ToolState.NotRunning { IsElsewhere: true };
}
