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
/// <param name="json">How it is written down: from a <c>JsonSerializerContext</c>, so that a start needn't look at types.</param>
public sealed class TargetResult<T>(string name, JsonTypeInfo<T> json) : TargetResult(name)
{
    /// <summary>How it is written down.</summary>
    public JsonTypeInfo<T> Json { get; } = json;
}
