using Harvis.Model.Names;

namespace Harvis.Model.Targets;

/// <summary>Something that only so many nodes can use at a time: a GPU, a port, memory.</summary>
public sealed record Resource : INamed
{
    /// <summary>A resource of which there are <paramref name="capacity"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is below 1.</exception>
    public Resource(string name, int capacity = 1)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        (Name, Capacity) = (name, capacity);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>How much of it there is; 1 makes its use exclusive.</summary>
    public int Capacity { get; }
}
