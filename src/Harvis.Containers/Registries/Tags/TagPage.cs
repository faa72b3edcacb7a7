namespace Harvis.Containers.Registries.Tags;

/// <summary>One page of tags; a repository whose tags were all deleted has none instead of an empty list.</summary>
internal sealed record TagPage
{
    public IReadOnlyList<string>? Tags { get; init; }
}
