namespace Harvis.Containers.Registries.Blobs;

/// <summary>An upload that a registry has begun.</summary>
/// <param name="location">Where it goes on.</param>
/// <param name="minChunkBytes">The shortest chunk that the registry takes, except the last.</param>
internal sealed class UploadSession(Uri location, long minChunkBytes)
{
    /// <summary>Where it goes on; every answer may change it.</summary>
    public Uri Location { get; private set; } = location;

    public long MinChunkBytes { get; } = minChunkBytes;

    /// <summary>How many bytes the registry has.</summary>
    public long Offset { get; private set; }

    /// <summary>Whether that is known; after a fault the registry has to be asked.</summary>
    public bool IsCertain { get; private set; } = true;

    public void MoveTo(Uri next, long offset) => (Location, Offset, IsCertain) = (next, offset, true);

    public void Doubt() => IsCertain = false;
}
