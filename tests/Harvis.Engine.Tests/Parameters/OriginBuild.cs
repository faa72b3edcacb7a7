using Harvis.Engine.Dsl;
using Harvis.Engine.Logging;
using Harvis.Engine.Parameters;
using Harvis.Model.Secrets;

namespace Harvis.Engine.Tests.Parameters;

/// <summary>A build whose one parameter can come from everywhere, and a secret.</summary>
sealed class OriginBuild : HarvisBuild
{
    [Parameter("What is said", Variable = "GIVEN_BY_CI")] readonly string GitRef = "default";
    [Parameter] readonly int Number = 1;
    [Parameter] readonly string? Nothing;
    [Secret("Opens doors")] readonly Secret? ApiKey;

    Target Show => _ => _.Executes((run, _) =>
    {
        run.Log.Info($"{GitRef} {Number}");
        return Task.CompletedTask;
    });

    Target ShowKey => _ => _.Requires(ApiKey).Executes((run, _) =>
    {
        run.Log.Info($"{ApiKey!.Name} has {ApiKey.Reveal().Length} characters");
        return Task.CompletedTask;
    });

    Target NeedsNothing => _ => _.Requires(Nothing).Requires(() => Number > 0).Executes((run, _) =>
    {
        run.Log.Info($"got {Nothing}");
        return Task.CompletedTask;
    });

    Target NeedsBoth => _ => _.DependsOn(NeedsNothing, ShowKey);

    Target NeedsTwo => _ => _.Requires(Number == 2).Executes(() => { });
}
