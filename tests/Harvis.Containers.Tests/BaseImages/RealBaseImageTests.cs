using Harvis.Containers.BaseImages;
using Harvis.Containers.Tests.Building;
using Harvis.Model.Images;

namespace Harvis.Containers.Tests.BaseImages;

/// <summary>A base image made with the real mmdebstrap from this machine's mirror, pushed and run.</summary>
[Collection("real builds")]
public sealed class RealBaseImageTests(LocalRegistry registry) : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("bld-").FullName;

    static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task ResolveAsync_Debian_TwiceTheSameBytesAndNothingOfThisMachine()
    {
        Assert.SkipWhen(registry.Missing is not null, registry.Missing ?? "");
        Assert.SkipUnless(LocalProcesses.Has("mmdebstrap"), "mmdebstrap isn't installed (apt-get install mmdebstrap)");
        var sources = AptSources.Read();
        Assert.SkipWhen(sources.For("bookworm").Count == 0, "this machine's apt sources name no Debian mirror");
        var image = BaseImage.Debian("real", "ca-certificates") with { Excludes = ["/usr/share/doc/*", "/usr/share/man/*", "/usr/share/locale/*"] };
        var resolver = new BaseImageResolver(sources, registry.Client, _folder);

        var processes = new LocalProcesses(_folder);
        var first = await resolver.ResolveAsync(image, Platform.LinuxAmd64, registry.Registry, refresh: false, processes, new ListLog(), Token);
        var again = await resolver.ResolveAsync(image, Platform.LinuxAmd64, registry.Registry, refresh: true, processes, new ListLog(), Token);

        again.ShouldBe(first, "the same packages give the same bytes");
        var files = (await registry.FilesAsync(first, Token)).Select(file => file.Path).ToHashSet();
        files.ShouldContain("etc/ssl/certs/ca-certificates.crt");
        files.ShouldContain("var/lib/dpkg/status");
        foreach (var trace in new[] { "etc/hostname", "etc/resolv.conf", "etc/apt/sources.list", "etc/machine-id" }) files.ShouldNotContain(trace);
        files.ShouldNotContain(path => path.StartsWith("dev/", StringComparison.Ordinal) && path.Length > 4);
        files.ShouldNotContain(path => path.StartsWith("var/log/", StringComparison.Ordinal) && path.EndsWith(".log", StringComparison.Ordinal));
        files.ShouldNotContain(path => path.StartsWith("usr/share/man/man", StringComparison.Ordinal) && path.EndsWith(".gz", StringComparison.Ordinal));
    }
}
