namespace Scenarios.HostileNames;

sealed class Pipeline : Scenario
{
    static readonly string[] Names = ["it's", "\"quoted\"", "two words", "$(id)", "${{ github.token }}", "yes", "1e3", "007", "a!b", "emoji 🚀", "#hash", "a:b", "`tick`", "back\\slash", "-dash", "*star", "null"];

    Target Handle => _ => _
        .Description("Names as \"others\" write them: ${{ secrets.X }} $(id) `id` # no comment")
        .On(Trigger.Push("main"))
        .ForEach(Names, name => name, (name, each) => each.Executes(Run("handle", name)));

    Target After => _ => _
        .DependsOn("Handle:$(id)")
        .On(Trigger.Push("main"))
        .Executes(Run("after"));
}
