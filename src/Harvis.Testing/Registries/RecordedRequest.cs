namespace Harvis.Testing.Registries;

/// <summary>A request that a <see cref="FakeRegistry"/> got.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path, without the query.</param>
/// <param name="Target">Path and query.</param>
/// <param name="Status">The status it was answered with; 0 where the connection was cut.</param>
/// <param name="BodyBytes">How many bytes of its body were taken.</param>
/// <param name="Headers">Its headers by name, ignoring case.</param>
public sealed record RecordedRequest(string Method, string Path, string Target, int Status, long BodyBytes, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>Method, target and status on one line.</summary>
    public override string ToString() => $"{Method} {Target} {Status}";
}
