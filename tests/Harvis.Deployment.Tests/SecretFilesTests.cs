using Harvis.Deployment.Compose;
using Harvis.Model.Secrets;
using Harvis.Model.Workloads;
using Shouldly;

namespace Harvis.Deployment.Tests;

public sealed class SecretFilesTests
{
    [Fact]
    public void PathOf_Twice_MakesTheSecretOnceAndKeepsOthersOut()
    {
        var folder = Path.Combine(Directory.CreateTempSubdirectory("harvis-secrets-").FullName, "secrets");
        var made = new List<Secret>();

        var first = new SecretFiles(folder).PathOf(new WorkloadSecret("password"), made.Add);
        var second = new SecretFiles(folder).PathOf(new WorkloadSecret("password"), made.Add);

        second.ShouldBe(first);
        made[0].Reveal().Length.ShouldBe(48);
        made[1].Reveal().ShouldBe(made[0].Reveal());
        if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(folder).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
