using Harvis.Engine.Dsl;

namespace Harvis.Integration.Pipeline;

/// <summary>A build with two targets of one name.</summary>
sealed class TwiceBuild : HarvisBuild
{
    Target Build => _ => _.Description("Build").Executes(() => { });

    protected override void DefineTargets(TargetCollection targets) => targets.Add("build", _ => _.Description("Build again"));
}
