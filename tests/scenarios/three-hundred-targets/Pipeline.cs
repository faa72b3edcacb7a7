namespace Scenarios.ThreeHundredTargets;

sealed class Pipeline : Scenario
{
    protected internal override void DefineTargets(TargetCollection targets)
    {
        for (var i = 0; i < 300; i++)
        {
            var (name, before) = ($"Step{i:000}", $"Step{i - 7:000}");
            var isFirst = i < 7;
            targets.Add(name, _ => (isFirst ? _ : _.DependsOn(before)).On(Trigger.Push("main")).Executes(Run("step", name)));
        }
    }
}
