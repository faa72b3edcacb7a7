namespace Harvis.Containers.Content;

/// <summary>What a path of a build context is.</summary>
public enum EntryKind
{
    /// <summary>A regular file.</summary>
    File,

    /// <summary>A symbolic link; its target's text counts, not what it points to.</summary>
    Link,

    /// <summary>A folder; it is in a context only by what it holds.</summary>
    Folder,

    /// <summary>A socket, a pipe or a device: never in a context.</summary>
    Other,
}
