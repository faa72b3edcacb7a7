using Harvis.Model.Registries;

namespace Harvis.Containers.Registries.Authentication;

/// <summary>Credentials that a build names itself, for example from its secret parameters.</summary>
/// <param name="credentials">The credentials by registry.</param>
/// <param name="otherwise">Who is asked about other registries; null for nobody.</param>
public sealed class FixedCredentials(IReadOnlyDictionary<RegistryHost, RegistryCredentials> credentials, ICredentialSource? otherwise = null) : ICredentialSource
{
    /// <summary>No credentials for any registry.</summary>
    public static FixedCredentials None { get; } = new(new Dictionary<RegistryHost, RegistryCredentials>());

    /// <inheritdoc/>
    public async Task<RegistryCredentials> ForAsync(RegistryHost host, CancellationToken cancellationToken)
    {
        if (credentials.TryGetValue(host, out var known)) return known;
        return otherwise is null ? RegistryCredentials.None : await otherwise.ForAsync(host, cancellationToken).ConfigureAwait(false);
    }
}
