namespace Scenarios.NothingStartsIt;

sealed class Pipeline : Scenario
{
    Target Build => _ => _.Executes(Run("build"));
}
