using System.Text;
using System.Text.Json.Serialization;
using Harvis.Model.Secrets;

namespace Harvis.Containers.Registries.Authentication;

/// <summary>One registry's entry of <c>auths</c>.</summary>
internal sealed class DockerConfigEntry
{
    /// <summary><c>user:password</c> in Base64.</summary>
    public string? Auth { get; init; }

    public string? Username { get; init; }

    public string? Password { get; init; }

    [JsonPropertyName("identitytoken")]
    public string? IdentityToken { get; init; }

    /// <summary>The credentials, or null where the entry has none (a store keeps them).</summary>
    /// <exception cref="FormatException"><see cref="Auth"/> isn't Base64 of a user, a colon and a password.</exception>
    public RegistryCredentials? Credentials(string source)
    {
        if (!string.IsNullOrEmpty(IdentityToken)) return new RegistryCredentials.IdentityToken(new Secret(source, IdentityToken));
        if (!string.IsNullOrEmpty(Username) && !string.IsNullOrEmpty(Password)) return new RegistryCredentials.UserPassword(Username, new Secret(source, Password));
        return string.IsNullOrEmpty(Auth) ? null : Decode(Auth, source);
    }

    static RegistryCredentials.UserPassword Decode(string auth, string source)
    {
        var text = Encoding.UTF8.GetString(Convert.FromBase64String(auth));
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        // Docker itself once padded with zeros.
        var password = colon < 0 ? "" : text[(colon + 1)..].TrimEnd('\0');
        if (colon <= 0 || password.Length == 0) throw new FormatException("\"auth\" isn't user:password in Base64.");
        return new RegistryCredentials.UserPassword(text[..colon], new Secret(source, password));
    }
}
