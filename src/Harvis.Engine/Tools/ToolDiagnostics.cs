using System.Globalization;
using Harvis.Engine.Tools.Machines;
using Harvis.Model.Diagnostics;

namespace Harvis.Engine.Tools;

/// <summary>The refusals about tools: HRV1201 to HRV1206.</summary>
static class ToolDiagnostics
{
    /// <summary>What is wrong with a tool, or null where nothing is.</summary>
    public static Diagnostic? For(ToolStatus status, HostSystem system)
    {
        var remedy = HowToGet(status, system);
        var (code, problem) = status.State switch
        {
            ToolState.Missing missing => (1201, $"{status.Tool} is missing: {missing.Reason}."),
            ToolState.TooOld old => (1202, $"{status.Tool} {old.Version} ({old.Location}) is too old: {old.Minimum} is the lowest that works."),
            ToolState.NotRunning stopped => (1203, $"{status.Tool} isn't running: {stopped.Reason}."),
            _ => (0, ""),
        };
        var diagnostic = code == 0 ? null : new Diagnostic(new DiagnosticCode(code), $"{problem} {Need(status)}", remedy);
        return diagnostic is null || status.IsRequired ? diagnostic : diagnostic with { Severity = DiagnosticSeverity.Warning };
    }

    /// <summary>What to do to get a tool that can't be used, as one sentence.</summary>
    public static string HowToGet(ToolStatus status, HostSystem system) => (status.Tool.Check, status.State) switch
    {
        (ToolCheck.DockerEngine, ToolState.NotRunning { IsForbidden: true }) =>
            "Add the user to the group docker (sudo usermod -aG docker \"$USER\") and log in again.",
        (ToolCheck.DockerEngine, ToolState.NotRunning { IsElsewhere: true }) => "Start that engine, or unset DOCKER_HOST.",
        (ToolCheck.DockerEngine, ToolState.NotRunning { IsInstalled: true }) => "Run ./build.sh --provision, which starts it, or start it yourself.",
        (ToolCheck.Registry registry, _) => $"Start a registry at {registry.Address}, or correct its address.",
        _ => Remedy(status.Tool, system),
    };

    /// <summary>Root's rights are needed and can't be had.</summary>
    public static Diagnostic NoRights(IReadOnlyList<string> commands) => new(
        new DiagnosticCode(1204),
        "Installing needs the rights of root: this process doesn't run as root, and sudo either isn't here or asks for a password.",
        $"Run \"sudo -v\" and then ./build.sh --provision again, or run this as root:\n{string.Join('\n', commands.Select(command => "  " + command))}");

    /// <summary>Nobody has said how to get a tool on this system.</summary>
    public static Diagnostic Unsupported(ToolStatus status, HostSystem system) => new(
        new DiagnosticCode(1205), $"{status.Tool} can't be provisioned on {system.Name}.", Remedy(status.Tool, system))
    {
        Severity = status.IsRequired ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
    };

    /// <summary>A step of provisioning failed.</summary>
    public static Diagnostic StepFailed(string step, string reason, string remedy = "") => new(
        new DiagnosticCode(1206), string.Create(CultureInfo.InvariantCulture, $"Provisioning stopped at \"{step}\": {reason}"), remedy);

    static string Need(ToolStatus status) =>
        $"{string.Join(", ", status.NeededBy)} {(status.NeededBy.Count == 1 ? "needs" : "need")} it: it {status.Tool.Purpose}.";

    static string Remedy(Tool tool, HostSystem system) => (tool.InstallationOn(system), tool.Check) switch
    {
        (ToolInstallation.ByHand hand, ToolCheck.DockerEngine) => $"Start it; where it isn't installed, {hand.Words} first.",
        (ToolInstallation.ByHand hand, _) => $"{Capital(hand.Words)}.",
        ({ } way, ToolCheck.DockerEngine) => $"Run ./build.sh --provision, or {way.Words} and start it.",
        ({ } way, _) => $"Run ./build.sh --provision, or {way.Words}.",
        _ => $"No way to get it on {system.Name} is known.{OnDebian(tool)}",
    };

    static string OnDebian(Tool tool) =>
        tool.Installations.OfType<ToolInstallation.AptPackages>().FirstOrDefault(way => way.Family == SystemFamily.Debian) is { } way
            ? $" On Debian, {way.Words}."
            : "";

    static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
