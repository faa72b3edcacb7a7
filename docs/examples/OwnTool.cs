using Harvis.Engine.Tools.Doctor;
using Harvis.Engine.Tools.Machines;

namespace Harvis.Examples;

sealed class OwnTool : HarvisBuild
{
    // <tool>
    static readonly Tool Helm = new("helm")
    {
        Purpose = "renders the charts",
        Check = new ToolCheck.VersionCommand("helm", "version", "--short"),
        MinimumVersion = new Version(3, 12),
        Installations = [new ToolInstallation.ByHand(SystemFamily.MacOS, "brew install helm")],
    };

    Target Render => _ => _
        .Requires(Helm)
        .Executes(() => { });
    // </tool>

    // <doctor>
    Target Doctor => _ => _
        .Description("Show which tools are here, which are missing, and how to get them")
        .Executes((run, ct) => DoctorVisit.InspectAsync(
            [new ToolNeed(Helm, "Render"), new ToolNeed(ToolCatalogue.Skopeo, "Publish") { IsOptional = true }], run, ct));
    // </doctor>
}
