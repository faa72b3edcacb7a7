using Harvis.Engine.Http;

namespace Harvis.Containers.Registries;

/// <summary>Limits of a <see cref="RegistryClient"/>. The defaults suit a registry in the same network and one across the world.</summary>
public sealed record RegistryClientOptions
{
    /// <summary>How often a request is tried altogether; each chunk of an upload has as many. The default is 4; 1 or more.</summary>
    public int MaxAttempts { get; init; } = 4;

    /// <summary>The longest wait before the second attempt; it doubles with each further one. The default is 500 ms.</summary>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The longest wait between attempts that isn't asked for by the server. The default is 10 s.</summary>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The longest wait that a server's Retry-After is granted. The default is 60 s.</summary>
    public TimeSpan MaxRetryAfter { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long connecting may take, TLS included. The default is 10 s.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long an answer may take to begin after the request was sent. The default is 60 s; storage that hashes gigabytes needs it.</summary>
    public TimeSpan ResponseTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a blob's transfer may stand still, in either direction, however long it takes altogether. The default is 60 s.</summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Blobs up to this size are uploaded with one request, in bytes. The default is 4 MiB.</summary>
    public long MaxMonolithicBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>The size of the chunks of larger blobs, in bytes; a registry's own minimum wins. The default is 64 MiB.</summary>
    public long ChunkBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>How many tags are asked for at once; registries may give fewer. The default is 1000.</summary>
    public int TagPageSize { get; init; } = 1000;

    internal RetryLimits Retries => new() { MaxAttempts = MaxAttempts, FirstDelay = FirstDelay, MaxDelay = MaxDelay, MaxRetryAfter = MaxRetryAfter };
}
