using System.Text.Json.Serialization.Metadata;

namespace Harvis.Engine.Dsl;

/// <summary>A typed value that one target hands to others, also across CI jobs and resumed runs. See <see cref="TargetResult{T}"/>.</summary>
public abstract class TargetResult
{
    private protected TargetResult(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
    }

    /// <summary>Its name, unique in the build.</summary>
    public string Name { get; }
}

/// <summary>A typed value that one target hands to others.</summary>
/// <param name="name">Its name, unique in the build.</param>
/// <param name="json">How it is written down: from a <c>JsonSerializerContext</c>, asked for when a result is written or read, so that a start needn't make one.</param>
public sealed class TargetResult<T>(string name, Func<JsonTypeInfo<T>> json) : TargetResult(name)
{
    /// <summary>A result.</summary>
    /// <param name="name">Its name, unique in the build.</param>
    /// <param name="json">How it is written down.</param>
    public TargetResult(string name, JsonTypeInfo<T> json)
        : this(name, () => json)
    {
    }

    /// <summary>How it is written down.</summary>
    public JsonTypeInfo<T> Json => json();
}
