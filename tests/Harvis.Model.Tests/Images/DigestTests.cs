using System.Text;
using CsCheck;
using Harvis.Model.Images;
using Shouldly;

namespace Harvis.Model.Tests.Images;

public sealed class DigestTests
{
    static readonly string Hex = new('a', 64);

    [Theory]
    [InlineData("", "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData("abc", "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    public void OfBytes_KnownContent_GivesThePublishedDigest(string content, string digest) =>
        Digest.OfBytes(Encoding.ASCII.GetBytes(content)).ToString().ShouldBe(digest);

    [Fact]
    public void OfBytes_AnyContent_IsReadBackFromItsText() => Gen.Byte.Array[0, 40].Sample(content =>
    {
        var digest = Digest.OfBytes(content);

        Parsing.Takes<Digest>(digest.ToString()).ShouldBeTrue();
        digest.ShouldBe(Digest.OfBytes(content));
        $"{digest.Algorithm}:{digest.Hex}".ShouldBe(digest.ToString());
    });

    [Fact]
    public void Parse_Sha512_IsTaken()
    {
        var digest = Digest.Parse("sha512:" + Hex + Hex);

        digest.Algorithm.ShouldBe("sha512");
        digest.Hex.ShouldBe(Hex + Hex);
    }

    [Fact]
    public void Parse_AnythingElse_IsRefused()
    {
        string[] wrong = ["", "sha256:", Hex, $"sha256:{Hex}a", $"sha256:{Hex[1..]}", $"sha256:{Hex.ToUpperInvariant()}", $"SHA256:{Hex}", $"sha512:{Hex}", $"md5:{Hex[..32]}", $"sha256:{Hex[1..]}g", $" sha256:{Hex}", $"sha256:{Hex}\n"];
        foreach (var text in wrong) Parsing.Takes<Digest>(text).ShouldBeFalse(text);
        Any.Noise.Sample(text => Parsing.Takes<Digest>(text).ShouldBeFalse());
    }

    [Fact]
    public void OfSha256_AnotherLength_IsRefused() => Should.Throw<ArgumentOutOfRangeException>(() => Digest.OfSha256(new byte[31]));
}
