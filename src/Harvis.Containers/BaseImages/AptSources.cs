namespace Harvis.Containers.BaseImages;

/// <summary>This machine's apt sources: the mirror and the keys that base images are made with.</summary>
/// <param name="All">Every enabled source of binary packages.</param>
public sealed record AptSources(IReadOnlyList<AptSource> All)
{
    static readonly string[] Pockets = ["-updates", "-security"];

    /// <summary>Reads <c>sources.list</c> and <c>sources.list.d</c>, in both of apt's formats.</summary>
    /// <param name="folder">Apt's configuration; <c>/etc/apt</c> by default.</param>
    public static AptSources Read(string folder = "/etc/apt")
    {
        var parts = Path.Combine(folder, "sources.list.d");
        string[] files = [Path.Combine(folder, "sources.list"), .. (Directory.Exists(parts) ? Directory.GetFiles(parts) : []).Order(StringComparer.Ordinal)];
        return new AptSources([.. files.Where(File.Exists).SelectMany(Sources)]);
    }

    /// <summary>
    /// The sources for a Debian release: its own with updates and security, or, on a machine of another release, the same
    /// archives with that release's name. Empty where the machine names no Debian archive.
    /// </summary>
    /// <param name="release">The code name, such as <c>bookworm</c>.</param>
    public IReadOnlyList<AptSource> For(string release)
    {
        var debian = All.Where(source => source.Components.Contains("main")).ToArray();
        var own = debian.Where(source => ReleaseOf(source) == release && IsDebian(source, debian)).ToArray();
        if (own.Any(source => source.Suite == release)) return [.. own.Distinct()];
        var home = debian.FirstOrDefault(source => ReleaseOf(source) == source.Suite && IsDebian(source, debian));
        return home is null
            ? []
            : [.. debian.Where(source => ReleaseOf(source) == home.Suite && IsDebian(source, debian)).Select(source => source with { Suite = release + source.Suite[home.Suite.Length..] }).Distinct()];
    }

    static IEnumerable<AptSource> Sources(string file) => Path.GetExtension(file) switch
    {
        ".list" => File.ReadLines(file).SelectMany(AptSourceText.OfLine),
        ".sources" => AptSourceText.OfStanzas(File.ReadAllText(file)),
        _ => [],
    };

    // Debian's archive, and not Ubuntu's or a vendor's with the same shape: by its keys, or by the path all its mirrors have.
    static bool IsDebian(AptSource source, IEnumerable<AptSource> all) =>
        source.SignedBy?.Contains("debian-archive", StringComparison.Ordinal) == true
        || HasDebianPath(source.Uri)
        || (source.SignedBy is not null && all.Any(other => other.SignedBy == source.SignedBy && HasDebianPath(other.Uri)));

    static bool HasDebianPath(string uri) => uri.TrimEnd('/').Split('/')[^1] is "debian" or "debian-security";

    static string ReleaseOf(AptSource source)
    {
        var pocket = Pockets.FirstOrDefault(pocket => source.Suite.EndsWith(pocket, StringComparison.Ordinal));
        return pocket is null ? source.Suite : source.Suite[..^pocket.Length];
    }
}
