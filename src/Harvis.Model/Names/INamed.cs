namespace Harvis.Model.Names;

/// <summary>Something that people and parameters call by a name, unique among its kind.</summary>
public interface INamed
{
    /// <summary>The name.</summary>
    string Name { get; }
}
