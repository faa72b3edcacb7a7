using CsCheck;
using Harvis.Model.Diagnostics;
using Harvis.Model.Images;
using Harvis.Model.Names;
using Harvis.Model.Registries;
using Harvis.Model.Secrets;
using Harvis.Model.Versions;
using Shouldly;

namespace Harvis.Model.Tests;

public sealed class ValueTypeTests
{
    const string Hex = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    [Theory]
    [InlineData("nginx", "docker.io/library/nginx")]
    [InlineData("team/app:1", "docker.io/team/app:1")]
    [InlineData("localhost/app", "localhost/app")]
    [InlineData("localhost:5000/app:v1", "localhost:5000/app:v1")]
    [InlineData("[::1]:5000/app", "[::1]:5000/app")]
    [InlineData("registry.example/a/b__c-d.e:T_1.x-y@sha256:" + Hex, "registry.example/a/b__c-d.e:T_1.x-y@sha256:" + Hex)]
    public void ImageReference_Valid_ReadsAndWrites(string text, string full)
    {
        ImageReference.Parse(text).ToString().ShouldBe(full);
        ImageReference.Parse(full).ShouldBe(ImageReference.Parse(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("App")]
    [InlineData("app:")]
    [InlineData("app:.x")]
    [InlineData("app@sha256:short")]
    [InlineData("localhost:0/app")]
    [InlineData("localhost:99999/app")]
    [InlineData("a..b/c.d/e")]
    [InlineData("app_")]
    [InlineData("a___b")]
    [InlineData("localhost:5000/")]
    public void ImageReference_Invalid_IsRefusedSayingWhy(string text)
    {
        ImageReference.TryParse(text, null, out _).ShouldBeFalse();
        Should.Throw<FormatException>(() => ImageReference.Parse(text)).Message.ShouldStartWith($"\"{text}\" isn't an image reference: ");
    }

    [Fact]
    public void SemanticVersion_Precedence_IsTheSpecifications()
    {
        string[] ordered = ["1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta", "1.0.0-beta.2", "1.0.0-beta.11", "1.0.0-rc.1", "1.0.0", "2.0.0", "2.1.0", "2.1.1", "10.0.0"];

        ordered.Reverse().Select(text => SemanticVersion.Parse(text)).Order().Select(version => version.ToString()).ShouldBe(ordered);
    }

    [Theory]
    [InlineData("1.2")]
    [InlineData("v1.2.3")]
    [InlineData("01.2.3")]
    [InlineData("1.2.3-")]
    [InlineData("1.2.3-01")]
    [InlineData("1.2.3+")]
    [InlineData("1.2.3-a..b")]
    public void SemanticVersion_Invalid_IsRefused(string text) => SemanticVersion.TryParse(text, null, out _).ShouldBeFalse();

    [Theory]
    [InlineData("8Gi", "8Gi")]
    [InlineData("8192Mi", "8Gi")]
    [InlineData("1500m", "1500m")]
    [InlineData("1.5", "1500m")]
    [InlineData("1000m", "1")]
    [InlineData("1k", "1k")]
    [InlineData("0.5Gi", "512Mi")]
    [InlineData("0", "0")]
    public void Quantity_Valid_WritesTheCanonicalForm(string text, string canonical)
    {
        Quantity.Parse(text).ToString().ShouldBe(canonical);
        Quantity.Parse(canonical).ShouldBe(Quantity.Parse(text));
    }

    [Fact]
    public void Quantity_AnyAmount_RoundTrips() =>
        Gen.Int[0, int.MaxValue].Sample(milli => Quantity.Parse(Quantity.MilliCores(milli).ToString()).Milli.ShouldBe(milli));

    [Theory]
    [InlineData("refs/heads/main", true)]
    [InlineData("refs/heads/feature/a-b", true)]
    [InlineData("refs/tags/v1.2.3", true)]
    [InlineData("main", false)]
    [InlineData("refs/heads/a..b", false)]
    [InlineData("refs/heads/a.lock", false)]
    [InlineData("refs/heads/a b", false)]
    [InlineData("refs/heads/.a", false)]
    [InlineData("refs/heads/a//b", false)]
    [InlineData("refs/heads/a~1", false)]
    public void GitRef_FollowsCheckRefFormat(string text, bool valid) => GitRef.TryParse(text, null, out _).ShouldBe(valid);

    [Theory]
    [InlineData("a", true)]
    [InlineData("a-1", true)]
    [InlineData("-a", false)]
    [InlineData("A", false)]
    [InlineData("a.b", false)]
    public void DnsLabel_FollowsRfc1123(string text, bool valid) => DnsLabel.TryParse(text, null, out _).ShouldBe(valid);

    [Theory]
    [InlineData("localhost:5000", true)]
    [InlineData("127.0.0.1", true)]
    [InlineData("[::1]:80", true)]
    [InlineData("registry.example", false)]
    public void RegistryHost_Loopback_IsThisMachine(string text, bool loopback) => RegistryHost.Parse(text).IsLoopback.ShouldBe(loopback);

    [Fact]
    public void PinnedBaseImage_WithoutDigest_IsRefused() => Should.Throw<FormatException>(() => BaseImage.Pinned("base", "nginx:1.27"));

    [Fact]
    public void Secret_AsText_IsNeverSeen() => $"{new Secret("token", "hunter2")}".ShouldBe("***");

    [Theory]
    [InlineData("Biuld", "Build")]
    [InlineData("deploi", "Deploy")]
    [InlineData("zzz", null)]
    public void NearestName_FindsWhatWasMeant(string name, string? nearest) => NearestName.Of(name, ["Build", "Deploy", "Test"], atMost: 1).ShouldBe(nearest is null ? [] : [nearest]);
}
