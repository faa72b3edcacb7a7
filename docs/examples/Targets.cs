namespace Harvis.Examples;

sealed class OrderedBuild : HarvisBuild, IPublishes
{
    // <order>
    Target Clean => _ => _
        .Before(Compile)
        .Executes(() => { });

    Target Compile => _ => _
        .Executes(() => { });

    Target Test => _ => _
        .DependsOn(Compile)
        .Triggers(Report)
        .Executes(() => { });

    Target Report => _ => _
        .Unlisted()
        .Executes(() => { });
    // </order>

    // <component>
    Target Pack => _ => _
        .DependsOn(Test)
        .TryDependentFor<IPublishes>(component => component.Publish)
        .Executes(() => { });
    // </component>

    // <data>
    protected override void DefineTargets(TargetCollection targets)
    {
        foreach (var culture in new[] { "en", "de" })
        {
            targets.Add($"Translate-{culture}", _ => _
                .DependsOn(Compile)
                .Executes((run, _) =>
                {
                    run.Log.Info($"Translating to {culture}.");
                    return Task.CompletedTask;
                }));
        }
    }
    // </data>
}

// <component-interface>
interface IPublishes
{
    Target Publish => _ => _
        .Description("Publish the packages")
        .Executes(() => { });
}
// </component-interface>
