using Harvis.Engine.Caching;
using Harvis.Engine.Files;
using Harvis.Engine.Tests.Commands;
using Microsoft.Extensions.Time.Testing;

namespace Harvis.Engine.Tests.Caching;

/// <summary>A repository with a cache, and a node that leaves files under <c>out/</c>.</summary>
sealed class CacheBench : IDisposable
{
    public static readonly string Key = new('a', 64);

    public CacheBench() => Cache = NewCache();

    public Repository Repository { get; } = new();

    public FakeTimeProvider Clock { get; } = new(DateTimeOffset.UtcNow);

    public LocalCache Cache { get; private set; }

    public string Folder => Repository.PathOf(".nuke/temp/cache");

    public LocalCache NewCache() => new(Folder, Repository.Root, new FileDigestCache(null, Clock), Clock);

    /// <summary>Forgets what this process knows, as the next run does.</summary>
    public void NextRun() => Cache = NewCache();

    public void Store(string key) => Cache.Store(key, ["out/**"], [("result", "1"u8.ToArray())], CancellationToken.None);

    public CacheEntry? Restore(string key) => Cache.Restore(key, ["out/**"], CancellationToken.None);

    /// <summary>All that lies under <c>out/</c>, by name.</summary>
    public IReadOnlyDictionary<string, string> Outputs() => Directory.Exists(Repository.PathOf("out"))
        ? Directory.GetFiles(Repository.PathOf("out"), "*", SearchOption.AllDirectories).ToDictionary(file => Path.GetRelativePath(Repository.PathOf("out"), file), File.ReadAllText)
        : new Dictionary<string, string>();

    public string[] CacheFiles() => Directory.GetFiles(Folder, "*", SearchOption.AllDirectories);

    public void Dispose() => Repository.Dispose();
}
