namespace Harvis.Containers.BaseImages;

/// <summary>A place that apt takes binary packages from: one address and one suite. See sources.list(5).</summary>
/// <param name="Uri">The archive's address.</param>
/// <param name="Suite">The suite, such as <c>bookworm-updates</c>.</param>
/// <param name="Components">Its components, such as <c>main</c>.</param>
/// <param name="SignedBy">The keyring's path, or the key itself (several lines); null for apt's own keys.</param>
/// <param name="Trusted">Whether its signature isn't checked.</param>
public sealed record AptSource(string Uri, string Suite, IReadOnlyList<string> Components, string? SignedBy, bool Trusted)
{
    /// <summary>The source as a stanza of a <c>.sources</c> file.</summary>
    public override string ToString()
    {
        var signedBy = SignedBy is null ? "" : $"Signed-By: {SignedBy}\n";
        var trusted = Trusted ? "Trusted: yes\n" : "";
        return $"Types: deb\nURIs: {Uri}\nSuites: {Suite}\nComponents: {string.Join(' ', Components)}\n{signedBy}{trusted}";
    }
}
