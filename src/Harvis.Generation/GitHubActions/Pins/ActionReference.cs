using System.Diagnostics.CodeAnalysis;

namespace Harvis.Generation.GitHubActions.Pins;

/// <summary>
/// An action or a reusable workflow in a repository on GitHub, without its version: <c>actions/checkout</c>,
/// <c>github/codeql-action/upload-sarif</c>. GitHub ignores the case of owner and repository; here case counts, so write them as they are.
/// </summary>
/// <remarks>https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsuses.</remarks>
public sealed record ActionReference : IParsable<ActionReference>
{
    ActionReference(string owner, string repository, string path) => (Owner, Repository, Path) = (owner, repository, path);

    /// <summary>The account that the repository belongs to.</summary>
    public string Owner { get; }

    /// <summary>The repository's name.</summary>
    public string Repository { get; }

    /// <summary>The folder of the action, or the path of the workflow, in the repository; empty for its root.</summary>
    public string Path { get; }

    /// <summary>Reads <c>owner/repository</c> or <c>owner/repository/path</c>.</summary>
    /// <exception cref="FormatException">It isn't one.</exception>
    public static ActionReference Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var action) ? action : throw new FormatException(
            $"\"{s}\" isn't an action such as actions/checkout: owner/repository or owner/repository/path, without '@' and version.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out ActionReference result)
    {
        var parts = s?.Split('/') ?? [];
        var valid = parts.Length >= 2 && parts.All(IsPart) && parts[0].All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
        result = valid ? new ActionReference(parts[0], parts[1], string.Join('/', parts[2..])) : null;
        return valid;
    }

    /// <summary>Reads an action that a build writes as a literal.</summary>
    public static implicit operator ActionReference(string action) => Parse(action);

    /// <inheritdoc/>
    public override string ToString() => Path.Length == 0 ? $"{Owner}/{Repository}" : $"{Owner}/{Repository}/{Path}";

    static bool IsPart(string part) =>
        part.Length > 0 && part is not ("." or "..") && part.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
}
