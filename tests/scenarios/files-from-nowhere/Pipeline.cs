namespace Scenarios.FilesFromNowhere;

sealed class Pipeline : Scenario
{
    Target Compile => _ => _.Produces("out/**").On(Trigger.Push("main")).Executes(Run("compile"));

    Target Publish => _ => _
        .Consumes(Compile)
        .On(Trigger.Push("main"))
        .Executes(Run("publish"));
}
