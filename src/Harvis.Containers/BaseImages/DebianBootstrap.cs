using System.Globalization;
using System.Text;
using Harvis.Containers.Building;
using Harvis.Engine.Logging;
using Harvis.Engine.Processes;
using Harvis.Model.Diagnostics;
using Harvis.Model.Images;

namespace Harvis.Containers.BaseImages;

/// <summary>
/// Makes a root file system of Debian packages with mmdebstrap. Equal packages give equal bytes: fixed times, nothing of the
/// machine it was made on (host name, name servers, mirror, logs) and no device files.
/// </summary>
sealed class DebianBootstrap(IProcessRunner processes, AptSources sources, IRunLog log)
{
    /// <summary>The newest time in the image: 2023-06-10, the day bookworm was released.</summary>
    public static readonly DateTimeOffset Epoch = new(2023, 6, 10, 0, 0, 0, TimeSpan.Zero);

    // The package that says "/usr is merged" without the tools, perl among them, that would merge it: the hooks merge it from outside.
    const string UsrIsMerged = "usr-is-merged";
    const string MergedUsrHooks = "/usr/share/mmdebstrap/hooks/merged-usr";

    // Runs in a shell with the root file system as $1. A machine's traces, backups of package tools, caches and logs.
    const string Clean =
        """
        set -e; cd "$1"; rm -rf etc/hostname etc/resolv.conf etc/machine-id etc/apt/sources.list etc/apt/sources.list.d/* etc/passwd- etc/group- etc/shadow- etc/gshadow- etc/.pwd.lock \
        var/cache/ldconfig/* var/cache/debconf/*-old var/lib/dpkg/*-old var/lib/systemd/catalog/database tmp/* run/*; find var/log -type f -delete
        """;

    /// <summary>Writes the tar of a recipe's root file system.</summary>
    /// <exception cref="DiagnosticException">mmdebstrap is missing (HRV3120) or failed (HRV3122), the machine has no Debian mirror (HRV3121), or the disk is full (HRV3110).</exception>
    public async Task MakeAsync(BaseImageRecipe recipe, string tar, CancellationToken cancellationToken)
    {
        var image = recipe.Image;
        var from = sources.For(image.Suite);
        if (from.Count == 0) throw new DiagnosticException(BuildDiagnostics.NoPackageSource(image, image.Suite));
        var command = new ProcessCommand("mmdebstrap", [.. Arguments(recipe, tar)])
        {
            Input = string.Join('\n', from),
            Variables = new Dictionary<string, string?> { ["SOURCE_DATE_EPOCH"] = Epoch.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), ["LC_ALL"] = "C.UTF-8" },
        };
        log.Info($"Making base image {recipe.Repository} of Debian {image.Suite} packages. This takes minutes, once: the registry keeps it.");
        try
        {
            var result = await processes.RunAsync(command, cancellationToken);
            if (result.ExitCode != 0) throw new DiagnosticException(Failed(image, $"{result.Output}\n{result.Error}"));
        }
        catch (ProgramNotFoundException missing)
        {
            throw new DiagnosticException(BuildDiagnostics.BootstrapMissing(image), missing);
        }
    }

    static IEnumerable<string> Arguments(BaseImageRecipe recipe, string tar)
    {
        yield return "--variant=essential";
        yield return "--mode=auto";
        yield return "--format=tar";
        yield return $"--architectures={DebianArchitecture(recipe.Platform)}";
        yield return "--skip=output/dev";
        yield return "--aptopt=Acquire::Retries \"3\"";

        // apt's memory maps: 70 MB that no two runs make alike, and that apt does without.
        yield return "--aptopt=Dir::Cache::pkgcache \"\"";
        yield return "--aptopt=Dir::Cache::srcpkgcache \"\"";
        if (recipe.Image.Packages.Count > 0) yield return $"--include={string.Join(',', recipe.Image.Packages)}";
        foreach (var exclude in recipe.Image.Excludes) yield return $"--dpkgopt=path-exclude={exclude}";
        if (recipe.Image.Packages.Contains(UsrIsMerged)) yield return $"--hook-dir={MergedUsrHooks}";
        foreach (var (path, content) in recipe.Image.Files) yield return $"--essential-hook={WriteFile(path, content)}";
        foreach (var path in recipe.Image.Removes) yield return $"--customize-hook=rm -rf \"$1\"{path}";
        yield return $"--customize-hook={Clean}";
        yield return recipe.Image.Suite;
        yield return tar;
        yield return "-";
    }

    // Through base64, so that no shell sees the content.
    static string WriteFile(string path, string content) =>
        $"mkdir -p \"$1{path[..path.LastIndexOf('/')]}\" && echo {Convert.ToBase64String(Encoding.UTF8.GetBytes(content))} | base64 -d > \"$1{path}\"";

    static Diagnostic Failed(BaseImage image, string output)
    {
        if (BuildFailure.DiskFull(output) is { } line) return BuildDiagnostics.NoDiskForBase(image, line);
        var errors = output.Split('\n').Select(text => text.Trim()).Where(text => text.StartsWith("E: ", StringComparison.Ordinal)).ToArray();

        // mmdebstrap's own last error only says that apt failed; apt's says why.
        var reason = errors.FirstOrDefault(text => !text.Contains(" failed", StringComparison.Ordinal)) ?? errors.LastOrDefault();
        return BuildDiagnostics.BootstrapFailed(image, reason is null ? BuildDiagnostics.LastLine(output) : reason[3..]);
    }

    // https://wiki.debian.org/SupportedArchitectures and Go's names.
    static string DebianArchitecture(Platform platform) => (platform.Architecture, platform.Variant) switch
    {
        ("386", _) => "i386",
        ("arm", "v5" or "v6") => "armel",
        ("arm", _) => "armhf",
        ("ppc64le", _) => "ppc64el",
        ("mips64le", _) => "mips64el",
        var (architecture, _) => architecture,
    };
}
