using CsCheck;
using Harvis.Model.Images;
using Harvis.Model.Registries;
using Shouldly;

namespace Harvis.Model.Tests.Images;

public sealed class ImageReferenceTests
{
    const string Hex = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    static readonly Gen<ImageReference> References = Gen.Select(
        Any.Of("docker.io", "localhost", "localhost:5000", "127.0.0.1:80", "[::1]:5000", "Registry.example:65535", "a.b"),
        Any.Of("app", "library/nginx", "a/b__c-d.e/f", "0"),
        Any.Of(null, "1", "v1.2_x-Y", "latest"),
        Any.Of(null, "sha256:" + Hex, "sha512:" + Hex + Hex),
        (host, repository, tag, digest) => new ImageReference(
            RegistryHost.Parse(host),
            RepositoryName.Parse(host == "docker.io" && !repository.Contains('/') ? $"library/{repository}" : repository),
            tag is null ? null : ImageTag.Parse(tag),
            digest is null ? null : Digest.Parse(digest)));

    [Theory]
    [InlineData("nginx", "docker.io/library/nginx")]
    [InlineData("docker.io/nginx", "docker.io/library/nginx")]
    [InlineData("index.docker.io/nginx:1", "docker.io/library/nginx:1")]
    [InlineData("team/app:1", "docker.io/team/app:1")]
    [InlineData("localhost/app", "localhost/app")]
    [InlineData("localhost:5000/app:v1", "localhost:5000/app:v1")]
    [InlineData("BuildHost/app", "BuildHost/app")]
    [InlineData("[::1]:5000/app", "[::1]:5000/app")]
    [InlineData("registry.example/a/b__c-d.e:T_1.x-y@sha256:" + Hex, "registry.example/a/b__c-d.e:T_1.x-y@sha256:" + Hex)]
    public void Parse_Valid_ReadsAndWritesTheFullForm(string text, string full)
    {
        ImageReference.Parse(text).ToString().ShouldBe(full);
        ImageReference.Parse(full).ShouldBe(ImageReference.Parse(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("App")]
    [InlineData("app:")]
    [InlineData("app:.x")]
    [InlineData("app@")]
    [InlineData("app@sha256:short")]
    [InlineData("app@sha256:" + Hex + "@sha256:" + Hex)]
    [InlineData("localhost:0/app")]
    [InlineData("localhost:99999/app")]
    [InlineData("[[::1]]:5000/app")]
    [InlineData("a..b/c.d/e")]
    [InlineData("app_")]
    [InlineData("a___b")]
    [InlineData("localhost:5000/")]
    [InlineData("https://registry.example/app")]
    [InlineData(" app")]
    [InlineData("app\n")]
    public void Parse_Invalid_IsRefusedSayingWhichPart(string text)
    {
        ImageReference.TryParse(text, null, out _).ShouldBeFalse();
        Should.Throw<FormatException>(() => ImageReference.Parse(text)).Message.ShouldStartWith($"\"{text}\" isn't an image reference: \"");
    }

    [Fact]
    public void ToString_AnyReference_IsReadBack() => References.Sample(reference => ImageReference.Parse(reference.ToString()).ShouldBe(reference));

    [Fact]
    public void Parse_AnyText_IsReadBackOrRefused() =>
        Gen.OneOf(Any.Text("aA0.:/@_-[]", 0, 12), Any.Noise).Sample(text => { Parsing.Takes<ImageReference>(text); }, iter: 5000);

    [Fact]
    public void WithTagAndWithDigest_KeepTheRepositoryAndNothingElse() => References.Sample(reference =>
    {
        reference.WithTag(ImageTag.Parse("t")).ToString().ShouldBe($"{reference.Registry}/{reference.Repository}:t");
        reference.WithDigest(Digest.Parse("sha256:" + Hex)).ToString().ShouldBe($"{reference.Registry}/{reference.Repository}@sha256:{Hex}");
    });
}
