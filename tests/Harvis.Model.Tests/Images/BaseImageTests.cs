using Harvis.Model.Images;
using Harvis.Model.Registries;
using Shouldly;

namespace Harvis.Model.Tests.Images;

public sealed class BaseImageTests
{
    [Fact]
    public void Pinned_WithDigest_KeepsTheWholeReference()
    {
        var reference = "registry.example/alpine:3@sha256:" + new string('b', 64);

        BaseImage.Pinned("alpine", reference).Reference.ToString().ShouldBe(reference);
    }

    [Fact]
    public void Debian_Packages_KeepTheirOrder() => BaseImage.Debian("python", "python3", "adduser").Packages.ShouldBe(["python3", "adduser"]);

    [Theory]
    [InlineData("Python")]
    [InlineData("")]
    public void Name_ThatIsNoDnsLabel_IsRefused(string name) => Should.Throw<FormatException>(() => BaseImage.Debian(name));

    [Fact]
    public void ContainerImage_InARegistry_IsTheRepositoryThere() =>
        new ContainerImage("team/app") { Context = "app" }.In(new Registry("localhost:5000")).ToString().ShouldBe("localhost:5000/team/app");

    [Fact]
    public void ContainerImage_NameThatIsNoRepository_IsRefused() => Should.Throw<FormatException>(() => new ContainerImage("App") { Context = "app" });
}
