using Harvis.Model.Images;

namespace Harvis.Containers.Registries.Authentication;

/// <summary>
/// What a token must allow: <c>repository:name:pull,push</c>; several are separated by spaces.
/// See https://distribution.github.io/distribution/spec/auth/scope/.
/// </summary>
internal readonly record struct TokenScope(string Text)
{
    public static TokenScope Pull(RepositoryName repository) => new($"repository:{repository}:pull");

    public static TokenScope Push(RepositoryName repository) => new($"repository:{repository}:pull,push");

    // Registries differ in which of the two deleting needs.
    public static TokenScope Delete(RepositoryName repository) => new($"repository:{repository}:delete,pull,push");

    public static TokenScope Mount(RepositoryName into, RepositoryName from) => new($"{Push(into).Text} {Pull(from).Text}");

    /// <summary>The single scopes of both, each once.</summary>
    public TokenScope And(string? other) =>
        string.IsNullOrWhiteSpace(other) ? this : new(string.Join(' ', $"{Text} {other}".Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)));

    public IReadOnlyList<string> Parts => Text.Split(' ');

    public override string ToString() => Text;
}
