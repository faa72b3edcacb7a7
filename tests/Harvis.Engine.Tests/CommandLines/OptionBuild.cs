using Harvis.Engine.Dsl;
using Harvis.Engine.Logging;
using Harvis.Engine.Parameters;
using Harvis.Engine.Tests.Parameters;
using Harvis.Engine.Tools;
using Harvis.Model.Secrets;
using Harvis.Model.Targets;

namespace Harvis.Engine.Tests.CommandLines;

/// <summary>A small build with a bit of everything that command lines can name.</summary>
sealed class OptionBuild : HarvisBuild
{
    static readonly Resource Gpu = new("gpu", 2);

    [Parameter("The colour")] readonly Colour Colour = Colour.Green;
    [Parameter("How many")] readonly int Number = 3;
    [Parameter("Whether to hurry")] readonly bool Hurry;
    [Parameter("Which sizes", Values = nameof(Size.All))] readonly IReadOnlyList<Size> Sizes = [];
    [Secret("Opens doors")] readonly Secret? ApiKey;

    protected internal override Target? Default => Deploy;

    Target Restore => _ => _.Description("Get packages").Requires(ToolCatalogue.Git).Executes(Said);

    Target Compile => _ => _.Description("Compile").DependsOn(Restore).Uses(Gpu, 2).Executes(Said);

    Target Test => _ => _.Description("Test everything").DependsOn(Compile).After(Lint).Triggers(Report).Executes(Said);

    Target Lint => _ => _.Before(Report).OnlyWhen(Number > 100).Executes(Said);

    Target Report => _ => _.Unlisted().OnlyWhenDynamic(() => Hurry).Executes(Said);

    Target Build => _ => _.Description("Build each size").DependsOn(Compile).ForEach(Size.All, (_, each) => each.Executes(Said));

    Target Deploy => _ => _.Description("Deliver").DependsOn(Test, Build).Executes(Said).OnDryRun((run, _) =>
    {
        run.Log.Info($"would deliver {Colour} {Sizes.Count} {ApiKey}");
        return Task.CompletedTask;
    });

    Target Generate => _ => _.Executes((run, _) =>
    {
        run.Log.Info(run.Options.Check ? "checks" : "writes");
        return Task.CompletedTask;
    });

    Target Breaks => _ => _.Executes(() => throw new InvalidOperationException("broken"));

    static Task Said(TargetRun run, CancellationToken cancellationToken)
    {
        run.Log.Debug("in detail");
        run.Log.Info($"did {run.Node}");
        return Task.CompletedTask;
    }
}
