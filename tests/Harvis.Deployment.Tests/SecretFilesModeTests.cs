using Harvis.Deployment.Compose;
using Harvis.Model.Secrets;
using Harvis.Model.Workloads;
using Shouldly;

namespace Harvis.Deployment.Tests;

/// <summary>The file is readable to whatever user the container runs as; the folder above keeps the machine's other users out.</summary>
public sealed class SecretFilesModeTests : IDisposable
{
    const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    static readonly WorkloadSecret Password = new("password");

    readonly string _parent = Directory.CreateTempSubdirectory("harvis-secrets-").FullName;

    string Folder => Path.Combine(_parent, "secrets");

    [Fact]
    public void PathOf_NewSecret_IsReadOnlyForAllInAFolderOfTheOwner()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has access lists instead of modes.");
            return;
        }

        var path = new SecretFiles(Folder).PathOf(Password, _ => { });

        File.GetUnixFileMode(path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        File.GetUnixFileMode(Folder).ShouldBe(OwnerOnly);
    }

    [Fact]
    public void PathOf_FolderIsOpenToAll_ClosesIt()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has access lists instead of modes.");
            return;
        }

        Directory.CreateDirectory(Folder, OwnerOnly | UnixFileMode.GroupRead | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);

        new SecretFiles(Folder).PathOf(Password, _ => { });

        File.GetUnixFileMode(Folder).ShouldBe(OwnerOnly);
    }

    [Fact]
    public async Task PathOf_ManyAtOnce_AllGetTheOneValue()
    {
        var values = new System.Collections.Concurrent.ConcurrentBag<string>();

        await Parallel.ForAsync(0, 64, TestContext.Current.CancellationToken, (_, _) =>
        {
            new SecretFiles(Folder).PathOf(Password, secret => values.Add(secret.Reveal()));
            return ValueTask.CompletedTask;
        });

        values.Count.ShouldBe(64);
        values.Distinct().ShouldHaveSingleItem();
        Directory.GetFiles(Folder).ShouldHaveSingleItem();
    }

    [Fact]
    public void PathOf_OtherSecretOrFolder_IsAnotherValue()
    {
        var values = new List<string>();
        new SecretFiles(Folder).PathOf(Password, secret => values.Add(secret.Reveal()));
        new SecretFiles(Folder).PathOf(new WorkloadSecret("token"), secret => values.Add(secret.Reveal()));
        new SecretFiles(Path.Combine(_parent, "other")).PathOf(Password, secret => values.Add(secret.Reveal()));

        values.Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public void PathOf_FileOfAPerson_IsKept()
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, "password"), "chosen by hand");
        Secret? made = null;

        new SecretFiles(Folder).PathOf(Password, secret => made = secret);

        made!.Reveal().ShouldBe("chosen by hand");
        made.Name.ShouldBe("password");
    }

    public void Dispose() => Directory.Delete(_parent, recursive: true);
}
