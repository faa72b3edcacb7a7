namespace Harvis.Containers.Content;

/// <summary>A file that steers the build, with its bytes as they were digested.</summary>
sealed record ContentFile(ContentEntry Entry, ReadOnlyMemory<byte> Bytes);
