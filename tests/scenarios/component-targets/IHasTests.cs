namespace Scenarios.ComponentTargets;

interface IHasTests
{
    Target Test => _ => _.Executes(() => throw new NotSupportedException("Say how this build is tested."));
}
