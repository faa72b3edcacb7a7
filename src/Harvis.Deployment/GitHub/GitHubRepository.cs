using Harvis.Engine.Environments;
using Harvis.Model.Diagnostics;

namespace Harvis.Deployment.GitHub;

/// <summary>A repository on GitHub or on a GitHub Enterprise server.</summary>
public sealed record GitHubRepository
{
    /// <summary>Where GitHub's own API answers.</summary>
    public static readonly Uri PublicApi = new("https://api.github.com/");

    /// <summary>A repository.</summary>
    /// <param name="owner">The user or organization.</param>
    /// <param name="name">Its name.</param>
    /// <exception cref="ArgumentException">A part is empty or holds a '/'.</exception>
    public GitHubRepository(string owner, string name)
    {
        if (!IsPart(owner) || !IsPart(name)) throw new ArgumentException($"\"{owner}/{name}\" isn't owner/name of a repository.", nameof(name));
        (Owner, Name) = (owner, name);
    }

    /// <summary>The user or organization.</summary>
    public string Owner { get; }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Where the API answers: of an Enterprise server <c>https://host/api/v3/</c>. The default is <see cref="PublicApi"/>.</summary>
    public Uri Api { get; init; } = PublicApi;

    /// <summary>Reads <c>owner/name</c>.</summary>
    /// <exception cref="ArgumentException">It isn't one.</exception>
    public static GitHubRepository Parse(string text) =>
        text?.Split('/') is [var owner, var name] ? new GitHubRepository(owner, name) : throw new ArgumentException($"\"{text}\" isn't owner/name of a repository.", nameof(text));

    /// <summary>The repository whose workflow runs this build: <c>GITHUB_REPOSITORY</c> and <c>GITHUB_API_URL</c>.</summary>
    /// <remarks>See https://docs.github.com/actions/reference/workflows-and-actions/variables#default-environment-variables.</remarks>
    /// <exception cref="DiagnosticException">The variables aren't set, or hold something else.</exception>
    public static GitHubRepository FromEnvironment(IEnvironment environment)
    {
        var name = environment.Variable("GITHUB_REPOSITORY");
        var api = environment.Variable("GITHUB_API_URL");
        var parts = name?.Split('/') ?? [];
        if (parts is not [var owner, var repository] || !IsPart(owner) || !IsPart(repository)) throw Missing("GITHUB_REPOSITORY doesn't say owner/name.");
        if (api is not { Length: > 0 }) return new GitHubRepository(owner, repository);
        return Uri.TryCreate(api.TrimEnd('/') + "/", UriKind.Absolute, out var address) && address.Scheme is "https" or "http" && address.UserInfo.Length == 0
            ? new GitHubRepository(owner, repository) { Api = address }
            : throw Missing("GITHUB_API_URL is no HTTP address.");
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Owner}/{Name}";

    // A name of dots only would lead elsewhere in an address.
    static bool IsPart(string text) => text.Length > 0 && text.Trim('.').Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');

    static DiagnosticException Missing(string what) =>
        new(new Diagnostic(GitHubCodes.NoRepository, what, "Run this in a GitHub workflow, or set the variable yourself."));
}
