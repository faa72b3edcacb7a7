using Harvis.Model.Images;
using Harvis.Model.Names;
using Harvis.Model.Registries;
using Harvis.Model.Versions;
using Shouldly;

namespace Harvis.Model.Tests;

/// <summary>What is said to someone who wrote a value wrong, word for word.</summary>
public sealed class RefusalTests
{
    public static TheoryData<string, Func<string, object>, string> Refusals => new()
    {
        { "sha256:short", text => Digest.Parse(text), "\"sha256:short\" isn't a digest such as sha256: and 64 hexadecimal digits." },
        { ".x", text => ImageTag.Parse(text), "\".x\" isn't an image tag: 1 to 128 letters, digits, '_', '.' and '-', not starting with '.' or '-'." },
        { "App", text => RepositoryName.Parse(text), "\"App\" isn't a repository name: lower-case letters and digits, joined by '.', '_', '__' or '-', in parts separated by '/'." },
        { "linux", text => Platform.Parse(text), "\"linux\" isn't a platform such as linux/amd64." },
        { "http://x", text => RegistryHost.Parse(text), "\"http://x\" isn't a registry's address: a host name or address with an optional port, such as localhost:5000." },
        { "v1.2.3", text => SemanticVersion.Parse(text), "\"v1.2.3\" isn't a semantic version such as 1.2.3 or 1.2.3-rc.1." },
        { "main", text => GitRef.Parse(text), "\"main\" isn't a full Git ref such as refs/heads/main or refs/tags/v1.2.3." },
        { "abc123", text => CommitId.Parse(text), "\"abc123\" isn't a full commit name of 40 or 64 hexadecimal digits." },
        { "My_App", text => DnsLabel.Parse(text), "\"My_App\" isn't a DNS label: 1 to 63 of a-z, 0-9 and '-', starting and ending with a letter or digit." },
        { "8GB", text => Quantity.Parse(text), "\"8GB\" isn't a quantity such as 8Gi, 500Mi, 250m or 1.5." },
        { "app:.x", text => ImageReference.Parse(text), "\"app:.x\" isn't an image reference: \".x\" isn't an image tag: 1 to 128 letters, digits, '_', '.' and '-', not starting with '.' or '-'." },
        { "app@sha256:1", text => ImageReference.Parse(text), "\"app@sha256:1\" isn't an image reference: \"sha256:1\" isn't a digest such as sha256: and 64 hexadecimal digits." },
        { "localhost:0/app", text => ImageReference.Parse(text), "\"localhost:0/app\" isn't an image reference: \"localhost:0\" isn't a registry's address: a host name or address with an optional port, such as localhost:5000." },
        { "nginx:1", text => BaseImage.Pinned("base", text), "Base image \"docker.io/library/nginx:1\" isn't pinned: add its digest, docker.io/library/nginx:1@sha256:…." },
    };

    [Theory]
    [MemberData(nameof(Refusals), DisableDiscoveryEnumeration = true)]
    public void Parse_WrongText_SaysWhatIsWrongAndWhatIsAllowed(string text, Func<string, object> parse, string refusal) =>
        Should.Throw<FormatException>(() => parse(text)).Message.ShouldBe(refusal);

    [Fact]
    public void TryParse_Null_IsRefusedWithoutAnException()
    {
        Parsing.RefusesNull<Digest>();
        Parsing.RefusesNull<ImageTag>();
        Parsing.RefusesNull<RepositoryName>();
        Parsing.RefusesNull<Platform>();
        Parsing.RefusesNull<RegistryHost>();
        Parsing.RefusesNull<SemanticVersion>();
        Parsing.RefusesNull<GitRef>();
        Parsing.RefusesNull<CommitId>();
        Parsing.RefusesNull<DnsLabel>();
        Parsing.RefusesNull<Quantity>();
        Parsing.RefusesNull<ImageReference>();
    }
}
