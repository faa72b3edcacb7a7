using CsCheck;
using Harvis.Model.Registries;
using Shouldly;

namespace Harvis.Model.Tests.Registries;

public sealed class RegistryHostTests
{
    [Theory]
    [InlineData("localhost:5000", "localhost", 5000)]
    [InlineData("registry.example", "registry.example", null)]
    [InlineData("10.0.0.1:443", "10.0.0.1", 443)]
    [InlineData("[::1]", "[::1]", null)]
    [InlineData("[2001:db8::1]:5000", "[2001:db8::1]", 5000)]
    [InlineData("[::ffff:127.0.0.1]:65535", "[::ffff:127.0.0.1]", 65535)]
    public void Parse_Address_HasHostAndPort(string text, string name, int? port)
    {
        Parsing.Takes<RegistryHost>(text).ShouldBeTrue();
        var host = RegistryHost.Parse(text);
        host.Host.ShouldBe(name);
        host.Port.ShouldBe(port);
        host.ToString().ShouldBe(text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("http://localhost")]
    [InlineData("localhost/")]
    [InlineData("localhost:")]
    [InlineData("localhost:0")]
    [InlineData("localhost:65536")]
    [InlineData("localhost:+1")]
    [InlineData("localhost:x")]
    [InlineData("::1")]
    [InlineData("[::1")]
    [InlineData("[127.0.0.1]")]
    [InlineData("[[::1]]")]
    [InlineData("[[::1]:80]")]
    [InlineData("[fe80::1%eth0]")]
    [InlineData("[::1/64]")]
    [InlineData("a..b")]
    [InlineData(".a")]
    [InlineData("-a.b")]
    [InlineData("a-.b")]
    [InlineData("a_b")]
    [InlineData("user@host")]
    [InlineData("a b")]
    public void Parse_AnythingElse_IsRefused(string text) => Parsing.Takes<RegistryHost>(text).ShouldBeFalse();

    [Fact]
    public void Parse_LongestNames_FollowDns()
    {
        var label = new string('a', 63);
        Parsing.Takes<RegistryHost>($"{label}.{label}.{label}.{label[..61]}").ShouldBeTrue();
        Parsing.Takes<RegistryHost>($"{label}.{label}.{label}.{label[..62]}").ShouldBeFalse("253 characters is the most.");
        Parsing.Takes<RegistryHost>($"{label}a.b").ShouldBeFalse("A label has 63 at most.");
    }

    [Fact]
    public void Parse_AnyText_IsWhatAUriTakesToo() => Gen.OneOf(Any.Text("a1.-:[]", 0, 9), Any.Noise).Sample(
        text =>
        {
            if (!Parsing.Takes<RegistryHost>(text)) return;
            Uri.TryCreate($"https://{text}/v2/", UriKind.Absolute, out var address).ShouldBeTrue(text);
            address!.AbsolutePath.ShouldBe("/v2/");
            address.UserInfo.ShouldBeEmpty();
        },
        iter: 5000);

    [Theory]
    [InlineData("localhost:5000", true)]
    [InlineData("LocalHost", true)]
    [InlineData("127.0.0.1", true)]
    [InlineData("127.255.0.9:80", true)]
    [InlineData("[::1]:80", true)]
    [InlineData("[0:0:0:0:0:0:0:1]", true)]
    [InlineData("registry.example", false)]
    [InlineData("127.registry.example", false)]
    [InlineData("localhost.example", false)]
    [InlineData("10.0.0.1", false)]
    [InlineData("[2001:db8::1]", false)]
    public void IsLoopback_OnlyThisMachine(string text, bool loopback) => RegistryHost.Parse(text).IsLoopback.ShouldBe(loopback);

    [Fact]
    public void Registry_IsVerifiedHttpsUnlessItSaysOtherwise() => new Registry("registry.example").Insecure.ShouldBeFalse();
}
