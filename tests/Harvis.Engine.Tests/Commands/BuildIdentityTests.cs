using Harvis.Engine.Commands;
using Shouldly;
using Xunit;

namespace Harvis.Engine.Tests.Commands;

public sealed class BuildIdentityTests
{
    [Fact]
    public void Identity_OfAFolderNamedByItsSources_IsThatName()
    {
        var digest = new string('a', 64);
        BuildIdentity.Of(typeof(BuildIdentityTests), $"/somewhere/{digest}/").ShouldBe(digest);
    }

    [Fact]
    public void Identity_OfAnyOtherFolder_ChangesWithItsAssemblies()
    {
        using var repository = new Repository();
        repository.Write("Harvis.Engine.dll", "one");
        repository.Write("System.dll", "one");
        var before = BuildIdentity.Of(typeof(BuildIdentityTests), repository.Root);
        repository.Write("System.dll", "two");
        BuildIdentity.Of(typeof(BuildIdentityTests), repository.Root).ShouldBe(before);
        BuildIdentity.Of(typeof(Shouldly.Should), repository.Root).ShouldNotBe(before, "another build");
        repository.Write("Harvis.Engine.dll", "two");
        BuildIdentity.Of(typeof(BuildIdentityTests), repository.Root).ShouldNotBe(before);
    }

    [Fact]
    public void Root_NamedByItsVariable_IsThatFolder() =>
        RepositoryRoot.Find(new Variables { ["HARVIS_ROOT"] = "/some/where/../else" }).ShouldBe(Path.GetFullPath("/some/else"));

    [Fact]
    public void Root_NotNamed_IsTheNearestFolderWithItsMark() =>
        Directory.Exists(Path.Combine(RepositoryRoot.Find(new Variables())!, ".nuke")).ShouldBeTrue();
}
