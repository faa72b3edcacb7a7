using Harvis.Containers.BaseImages;

namespace Harvis.Containers.Tests.BaseImages;

public sealed class AptSourcesTests : IDisposable
{
    const string Key = "/usr/share/keyrings/debian-archive-keyring.gpg";

    readonly string _folder = Directory.CreateTempSubdirectory("bld-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Read_BothFormats_GivesEveryEnabledBinarySource()
    {
        Write("sources.list", "# comment\ndeb http://mirror.example/debian bookworm main contrib # trailing\ndeb-src http://mirror.example/debian bookworm main\ndeb [arch=amd64 signed-by=/k.gpg trusted=yes] http://local.example/x ./\ndeb cdrom:[Debian]/ bookworm main\n");
        Write("sources.list.d/b.sources", "Types: deb deb-src\nURIs: http://a.example/debian\n http://b.example/debian\nSuites: bookworm bookworm-updates\nComponents: main\nSigned-By:\n -----BEGIN PGP PUBLIC KEY BLOCK-----\n .\n abc\n -----END PGP PUBLIC KEY BLOCK-----\n\n# a comment\nEnabled: no\nTypes: deb\nURIs: http://off.example\nSuites: x\nComponents: main\n");
        Write("sources.list.d/c.sources.disabled", "Types: deb\nURIs: http://off.example\nSuites: x\nComponents: main\n");
        AptSources.Read(_folder).All.Select(source => $"{source.Uri} {source.Suite} {string.Join('+', source.Components)} {source.Trusted}").ShouldBe(
        [
            "http://mirror.example/debian bookworm main+contrib False",
            "http://local.example/x ./  True",
            "http://a.example/debian bookworm main False",
            "http://a.example/debian bookworm-updates main False",
            "http://b.example/debian bookworm main False",
            "http://b.example/debian bookworm-updates main False",
        ]);
        AptSources.Read(_folder).All[2].ToString().ShouldBe("Types: deb\nURIs: http://a.example/debian\nSuites: bookworm\nComponents: main\nSigned-By: \n -----BEGIN PGP PUBLIC KEY BLOCK-----\n .\n abc\n -----END PGP PUBLIC KEY BLOCK-----\n");
    }

    [Fact]
    public void Read_NoConfiguration_IsEmpty() => AptSources.Read(Path.Combine(_folder, "none")).All.ShouldBeEmpty();

    [Fact]
    public void For_OwnRelease_IsItWithItsPocketsAndNoVendors()
    {
        Machine();
        AptSources.Read(_folder).For("bookworm").Select(source => $"{source.Uri} {source.Suite}").ShouldBe(
            ["http://mirror.example/mirrors/debian bookworm", "http://mirror.example/mirrors/debian bookworm-updates", "http://mirror.example/security bookworm-security"]);
    }

    [Fact]
    public void For_OtherRelease_IsTheSameArchives()
    {
        Machine();
        AptSources.Read(_folder).For("trixie").Select(source => $"{source.Uri} {source.Suite}").ShouldBe(
            ["http://mirror.example/mirrors/debian trixie", "http://mirror.example/mirrors/debian trixie-updates", "http://mirror.example/security trixie-security"]);
    }

    [Fact]
    public void For_MachineThatIsNotDebian_IsEmpty()
    {
        Write("sources.list", "deb [signed-by=/usr/share/keyrings/ubuntu-archive-keyring.gpg] http://mirror.example/ubuntu noble main universe\n");
        AptSources.Read(_folder).For("bookworm").ShouldBeEmpty();
    }

    void Machine()
    {
        Write("sources.list.d/debian.sources", $"Types: deb\nURIs: http://mirror.example/mirrors/debian\nSuites: bookworm bookworm-updates\nComponents: main\nSigned-By: {Key}\n\nTypes: deb\nURIs: http://mirror.example/security\nSuites: bookworm-security\nComponents: main\nSigned-By: {Key}\n");
        Write("sources.list.d/vendor.list", "deb [signed-by=/vendor.gpg] http://vendor.example/apt bookworm main\n");
    }

    void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_folder, path))!);
        File.WriteAllText(Path.Combine(_folder, path), text);
    }
}
