namespace Scenarios.IdentityToken;

sealed class Pipeline : Scenario
{
    Target Sign => _ => _
        .Description("Sign with an identity of the job's own, no key")
        .On(Trigger.Tag("v*"))
        .Permissions(Permission.IdentityToken, Permission.WriteAttestations)
        .Executes(Run("sign"));
}
