namespace Harvis.Testing.Registries;

/// <summary>Whom a <see cref="FakeRegistry"/> lets in. Closed: the records in this type.</summary>
public abstract record FakeAuthentication
{
    private protected FakeAuthentication()
    {
    }

    /// <summary>Everybody.</summary>
    public sealed record Open : FakeAuthentication;

    /// <summary>A user with a password, by basic authentication.</summary>
    /// <param name="User">The user's name.</param>
    /// <param name="Password">The password.</param>
    public sealed record Basic(string User, string Password) : FakeAuthentication;

    /// <summary>Holders of a token of the registry's own token service, <c>/token</c>.</summary>
    /// <param name="User">The user to whom the service gives tokens.</param>
    /// <param name="Password">The user's password.</param>
    public sealed record Bearer(string User, string Password) : FakeAuthentication
    {
        /// <summary>How long a token is good. The default is 5 minutes.</summary>
        public TimeSpan Lifetime { get; init; } = TimeSpan.FromMinutes(5);

        /// <summary>The refresh token that is good as well; null for none.</summary>
        public string? IdentityToken { get; init; }

        /// <summary>Whether everybody gets a token for pulling. The default is false.</summary>
        public bool AnonymousPull { get; init; }
    }
}
