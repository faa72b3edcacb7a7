namespace Harvis.Testing.Registries;

/// <summary>What a <see cref="FakeRegistry"/> can do. The defaults are those of a registry that implements the whole specification.</summary>
public sealed record FakeRegistryOptions
{
    /// <summary>Who is let in. The default is everybody.</summary>
    public FakeAuthentication Authentication { get; init; } = new FakeAuthentication.Open();

    /// <summary>Whether it has the referrers API. The default is true; older registries answer 404.</summary>
    public bool HasReferrers { get; init; } = true;

    /// <summary>Whether it mounts blobs of other repositories. The default is true; otherwise it begins an upload.</summary>
    public bool Mounts { get; init; } = true;

    /// <summary>Whether tags and manifests can be deleted. The default is true.</summary>
    public bool Deletes { get; init; } = true;

    /// <summary>Whether a tag can be deleted by its name. The default is true; many registries can't.</summary>
    public bool DeletesTags { get; init; } = true;

    /// <summary>The most tags in one answer. The default is 1000.</summary>
    public int MaxTagPage { get; init; } = 1000;

    /// <summary>The shortest chunk of an upload in bytes, except the last; 0, the default, for none.</summary>
    public long MinChunkBytes { get; init; }

    /// <summary>The clock of tokens and slow answers. The default is the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
