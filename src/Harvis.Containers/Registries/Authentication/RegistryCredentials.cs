using Harvis.Model.Secrets;

namespace Harvis.Containers.Registries.Authentication;

/// <summary>What a registry is shown to let this pipeline in. Closed: <see cref="Anonymous"/>, <see cref="UserPassword"/> or <see cref="IdentityToken"/>.</summary>
public abstract record RegistryCredentials
{
    private protected RegistryCredentials()
    {
    }

    /// <summary>Nothing; public images can be read so.</summary>
    public static RegistryCredentials None { get; } = new Anonymous();

    /// <summary>Nothing.</summary>
    public sealed record Anonymous : RegistryCredentials;

    /// <summary>A user and a password or access token.</summary>
    /// <param name="User">The user's name.</param>
    /// <param name="Password">The password.</param>
    public sealed record UserPassword(string User, Secret Password) : RegistryCredentials;

    /// <summary>
    /// A refresh token that a registry's token service exchanges for short-lived ones.
    /// See https://distribution.github.io/distribution/spec/auth/oauth/.
    /// </summary>
    /// <param name="Token">The token.</param>
    public sealed record IdentityToken(Secret Token) : RegistryCredentials;
}
