using CsCheck;
using Harvis.Model.Images;
using Shouldly;

namespace Harvis.Model.Tests.Images;

public sealed class PlatformTests
{
    [Theory]
    [InlineData("linux/amd64", "linux", "amd64", null)]
    [InlineData("linux/arm/v7", "linux", "arm", "v7")]
    [InlineData("windows/amd64", "windows", "amd64", null)]
    public void Parse_Platform_HasItsParts(string text, string os, string architecture, string? variant)
    {
        Platform.Parse(text).ShouldBe(new Platform(os, architecture, variant));
        Platform.Parse(text).ToString().ShouldBe(text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("linux")]
    [InlineData("linux/")]
    [InlineData("/amd64")]
    [InlineData("linux/arm/")]
    [InlineData("linux/arm/v7/x")]
    [InlineData("Linux/amd64")]
    [InlineData("linux/amd 64")]
    [InlineData("linux/amd64\n")]
    public void Parse_AnythingElse_IsRefused(string text) => Parsing.Takes<Platform>(text).ShouldBeFalse();

    [Fact]
    public void Parse_AnyText_IsReadBackOrRefused() =>
        Any.Text("av7/L ", 0, 9).Sample(text => Parsing.Takes<Platform>(text).ShouldBe(text.Split('/') is { Length: 2 or 3 } parts && parts.All(part => part.Length > 0 && part.All("av7".Contains)), text));

    [Fact]
    public void Known_Platforms_AreWhatTheySay() =>
        new[] { Platform.LinuxAmd64, Platform.LinuxArm64 }.Select(platform => platform.ToString()).ShouldBe(["linux/amd64", "linux/arm64"]);
}
