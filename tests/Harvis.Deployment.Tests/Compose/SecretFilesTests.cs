using Harvis.Deployment.Compose;
using Harvis.Model.Secrets;
using Harvis.Model.Workloads;
using Shouldly;

namespace Harvis.Deployment.Tests.Compose;

public sealed class SecretFilesTests : IDisposable
{
    const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    const UnixFileMode ReadByAll = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    static readonly WorkloadSecret Password = new("password");

    readonly DirectoryInfo _temporary = Directory.CreateTempSubdirectory("harvis-secrets-");

    string Folder => Path.Combine(_temporary.FullName, "a", "secrets");

    public void Dispose() => _temporary.Delete(recursive: true);

    [Fact]
    public void PathOf_Twice_MakesTheSecretOnce()
    {
        var made = new List<Secret>();

        var first = new SecretFiles(Folder).PathOf(Password, made.Add);
        var second = new SecretFiles(Folder).PathOf(Password, made.Add);

        second.ShouldBe(first);
        first.ShouldBe(Path.Combine(Folder, "password"));
        made[0].Name.ShouldBe("password");
        made[0].Reveal().Length.ShouldBe(48);
        made[1].Reveal().ShouldBe(made[0].Reveal());
        File.ReadAllText(first).ShouldBe(made[0].Reveal());
    }

    [Fact]
    public void PathOf_TwoSecrets_HaveTwoValues()
    {
        var made = new List<Secret>();
        new SecretFiles(Folder).PathOf(Password, made.Add);
        new SecretFiles(Folder).PathOf(new WorkloadSecret("token"), made.Add);

        made[0].Reveal().ShouldNotBe(made[1].Reveal());
    }

    [Fact]
    public void PathOf_NewFolder_KeepsOthersOut()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        var path = new SecretFiles(Folder).PathOf(Password, _ => { });

        if (OperatingSystem.IsWindows()) return;
        File.GetUnixFileMode(Folder).ShouldBe(OwnerOnly);
        File.GetUnixFileMode(path).ShouldBe(ReadByAll, "A container's user has another number.");
    }

    [Fact]
    public void PathOf_FolderThatIsOpen_IsClosed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        if (OperatingSystem.IsWindows()) return;
        Directory.CreateDirectory(Folder, OwnerOnly | ReadByAll | UnixFileMode.OtherExecute);

        new SecretFiles(Folder).PathOf(Password, _ => { });

        File.GetUnixFileMode(Folder).ShouldBe(OwnerOnly);
    }

    [Fact]
    public async Task PathOf_ManyAtOnce_AgreeAndLeaveNothingBeside()
    {
        var made = new System.Collections.Concurrent.ConcurrentBag<Secret>();

        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => new SecretFiles(Folder).PathOf(Password, made.Add), TestContext.Current.CancellationToken)));

        made.Select(secret => secret.Reveal()).Distinct().Count().ShouldBe(1);
        made.Count.ShouldBe(16);
        Directory.GetFiles(Folder).Length.ShouldBe(1);
    }
}
