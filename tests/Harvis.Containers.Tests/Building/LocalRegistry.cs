using System.Diagnostics;
using System.Formats.Tar;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Harvis.Containers.BaseImages;
using Harvis.Containers.Tests.BaseImages;
using Harvis.Model.Images;
using Harvis.Model.Registries;

namespace Harvis.Containers.Tests.Building;

/// <summary>A real registry on a free port with a tiny base image in it, for real builds. Gone after the tests.</summary>
public sealed class LocalRegistry : IAsyncLifetime
{
    static readonly string[] Applets = ["sh", "cat", "echo", "ls", "wc", "sleep", "mkdir", "dd", "test", "true", "stat"];

    readonly string _folder = Directory.CreateTempSubdirectory("bld-registry-").FullName;
    Process? _process;

    /// <summary>Why there is no registry with a base image here, or null.</summary>
    public string? Missing { get; private set; }

    public Registry Registry { get; private set; } = new("localhost:1");

    public HttpImagePush Client { get; } = new();

    public ImageReference Base { get; private set; } = Content.SourceTree.Base;

    public async ValueTask InitializeAsync()
    {
        if (!LocalProcesses.Has("docker-registry"))
        {
            Missing = "docker-registry isn't installed (apt-get install docker-registry)";
            return;
        }

        await StartAsync();
        if (await BusyboxAsync() is { } busybox) await PushBaseAsync(busybox);
        else Missing = "there is no static busybox here (apt-get install busybox-static)";
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
            _process.Dispose();
        }

        Client.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>The configuration of an image, as JSON text.</summary>
    public async Task<string> ConfigAsync(ImageReference image, CancellationToken cancellationToken)
    {
        using var manifest = JsonDocument.Parse(await Client.ManifestAsync(image, cancellationToken));
        var digest = manifest.RootElement.GetProperty("config").GetProperty("digest").GetString()!;
        return System.Text.Encoding.UTF8.GetString(await Client.BlobAsync(image, digest, cancellationToken));
    }

    /// <summary>Every file of an image's layers, unpacked: layer's number, path, content.</summary>
    public async Task<IReadOnlyList<(int Layer, string Path, string Text)>> FilesAsync(ImageReference image, CancellationToken cancellationToken)
    {
        using var manifest = JsonDocument.Parse(await Client.ManifestAsync(image, cancellationToken));
        var files = new List<(int, string, string)>();
        var number = 0;
        foreach (var layer in manifest.RootElement.GetProperty("layers").EnumerateArray())
        {
            var blob = await Client.BlobAsync(image, layer.GetProperty("digest").GetString()!, cancellationToken);
            await using var gzip = new System.IO.Compression.GZipStream(new MemoryStream(blob), System.IO.Compression.CompressionMode.Decompress);
            await using var tar = new TarReader(gzip);
            while (await tar.GetNextEntryAsync(copyData: true, cancellationToken) is { } entry)
            {
                var text = entry.DataStream is null ? entry.LinkName : await new StreamReader(entry.DataStream, System.Text.Encoding.Latin1).ReadToEndAsync(cancellationToken);
                files.Add((number, entry.Name.TrimStart('.', '/'), text));
            }

            number++;
        }

        return files;
    }

    async Task StartAsync()
    {
        var port = FreePort();
        var config = Path.Combine(_folder, "config.yml");
        await File.WriteAllTextAsync(config, $"version: 0.1\nlog: {{level: error}}\nstorage: {{filesystem: {{rootdirectory: {_folder}/data}}}}\nhttp: {{addr: \"127.0.0.1:{port}\"}}\n");
        _process = Process.Start(new ProcessStartInfo("docker-registry", ["serve", config]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        _ = _process.StandardError.ReadToEndAsync();
        _ = _process.StandardOutput.ReadToEndAsync();
        Registry = new Registry($"localhost:{port}") { Insecure = true };
        using var client = new HttpClient();
        for (var attempt = 0; attempt < 100; attempt++)
        {
            try
            {
                if ((await client.GetAsync(new Uri($"http://localhost:{port}/v2/"))).IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(50);
            }
        }

        Missing = "docker-registry doesn't answer";
    }

    async Task PushBaseAsync(string busybox)
    {
        var tar = Path.Combine(_folder, "base.tar");
        await using (var writer = new TarWriter(File.Create(tar), TarEntryFormat.Gnu))
        {
            foreach (var folder in new[] { "bin", "etc", "tmp", "run" }) await writer.WriteEntryAsync(new GnuTarEntry(TarEntryType.Directory, folder) { Mode = (UnixFileMode)0b111_101_101 });
            await using var program = File.OpenRead(busybox);
            await writer.WriteEntryAsync(new GnuTarEntry(TarEntryType.RegularFile, "bin/busybox") { Mode = (UnixFileMode)0b111_101_101, DataStream = program });
            foreach (var applet in Applets) await writer.WriteEntryAsync(new GnuTarEntry(TarEntryType.SymbolicLink, $"bin/{applet}") { LinkName = "busybox" });
        }

        var layer = await BaseImageLayer.CompressAsync(tar, Path.Combine(_folder, "base.tar.gz"), default);
        var recipe = new BaseImageRecipe(BaseImage.Debian("tiny"), Platform.LinuxAmd64);
        var config = BaseImageManifest.Config(recipe, layer);
        var configFile = Path.Combine(_folder, "config.json");
        await File.WriteAllBytesAsync(configFile, config);
        var reference = Registry.Repository("base/tiny").WithTag(ImageTag.Parse("1"));
        await Client.PutBlobAsync(reference, layer.Digest, layer.File, default);
        await Client.PutBlobAsync(reference, Digest.OfBytes(config), configFile, default);
        Base = reference.WithDigest(await Client.PutManifestAsync(reference, BaseImageManifest.MediaType, BaseImageManifest.Manifest(config, layer), default));
    }

    async Task<string?> BusyboxAsync()
    {
        if (File.Exists("/usr/share/doc/busybox-static/copyright")) return "/bin/busybox";
        var kept = Path.Combine(RepositoryRoot(), ".nuke", "temp", "tests", "busybox-static");
        if (Unpacked(kept) is { } known) return known;
        if (!LocalProcesses.Has("apt-get")) return null;
        var package = await DownloadAsync([]) ?? await DownloadAsync(await OwnListsAsync());
        if (package is null) return null;
        Directory.CreateDirectory(kept);
        await new LocalProcesses(_folder).RunAsync(new("dpkg", "-x", package, kept), default);
        return Unpacked(kept);
    }

    // This machine's own package lists may be empty, or being renewed by someone else.
    async Task<string[]> OwnListsAsync()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "lists", "partial"));
        string[] own = ["-o", $"Dir::State::Lists={_folder}/lists", "-o", $"Dir::Cache={_folder}", "-o", "APT::Sandbox::User=root"];
        await new LocalProcesses(_folder).RunAsync(new("apt-get", [.. own, "update", "-q"]), default);
        return own;
    }

    async Task<string?> DownloadAsync(string[] options)
    {
        await new LocalProcesses(_folder).RunAsync(new("apt-get", [.. options, "download", "-q", "busybox-static"]), default);
        return Directory.GetFiles(_folder, "*.deb").FirstOrDefault();
    }

    static string? Unpacked(string folder) => new[] { "bin/busybox", "usr/bin/busybox" }.Select(path => Path.Combine(folder, path)).FirstOrDefault(File.Exists);

    static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Harvis.sln"))) folder = folder.Parent;
        return folder?.FullName ?? Path.GetTempPath();
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
