using System.Collections.Immutable;

namespace Harvis.Containers.Registries.Authentication;

/// <summary>
/// One challenge of a WWW-Authenticate header: a scheme and its parameters. See RFC 9110, sections 11.3 and 11.6.1.
/// </summary>
internal sealed record AuthenticationChallenge(string Scheme, ImmutableDictionary<string, string> Parameters)
{
    /// <summary>A parameter's value, or null; names ignore case.</summary>
    public string? this[string name] => Parameters.GetValueOrDefault(name);

    public bool Is(string scheme) => string.Equals(Scheme, scheme, StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a header's value, which may hold several challenges. What can't be read ends the list; nothing throws.</summary>
    public static ImmutableArray<AuthenticationChallenge> ParseAll(string header)
    {
        var challenges = ImmutableArray.CreateBuilder<AuthenticationChallenge>();
        var reader = new ChallengeReader(header);
        while (reader.TryReadScheme(out var scheme))
        {
            var parameters = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.OrdinalIgnoreCase);
            while (reader.TryReadParameter(out var name, out var value)) parameters[name] = value;
            challenges.Add(new AuthenticationChallenge(scheme, parameters.ToImmutable()));
        }

        return challenges.ToImmutable();
    }
}
