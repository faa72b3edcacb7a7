namespace Scenarios.MatrixOfOne;

sealed class Pipeline : Scenario
{
    Target Build => _ => _
        .On(Trigger.Push("main"))
        .ForEach(["only"], name => name, (_, each) => each.Executes(Run("build")));
}
