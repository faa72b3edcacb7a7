namespace Scenarios.MonorepoMany;

sealed class Pipeline : Scenario
{
    Target Backend => _ => _
        .On(Trigger.Push("main").For("backend/**"))
        .Executes(Run("build", "backend"));

    Target Frontend => _ => _
        .On(Trigger.Push("main").For("frontend/**"))
        .Executes(Run("build", "frontend"));
}
