namespace Scenarios.Secrets;

sealed class Pipeline : Scenario
{
    [Secret("Pushes to the registry")] readonly Secret? RegistryToken;

    Target Push => _ => _
        .Secrets(nameof(RegistryToken))
        .On(Trigger.Push("main"))
        .Executes(Run("push"));
}
