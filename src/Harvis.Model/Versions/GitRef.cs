using System.Diagnostics.CodeAnalysis;

namespace Harvis.Model.Versions;

/// <summary>A full Git ref: <c>refs/heads/main</c>, <c>refs/tags/v1.2.3</c>, <c>refs/pull/7/merge</c>.</summary>
/// <remarks>Names follow git-check-ref-format: https://git-scm.com/docs/git-check-ref-format.</remarks>
public sealed record GitRef : IParsable<GitRef>
{
    const string Heads = "refs/heads/";
    const string Tags = "refs/tags/";

    GitRef(string fullName) => FullName = fullName;

    /// <summary>The full name, starting with <c>refs/</c>.</summary>
    public string FullName { get; }

    /// <summary>The branch's name, or null for another kind of ref.</summary>
    public string? Branch => FullName.StartsWith(Heads, StringComparison.Ordinal) ? FullName[Heads.Length..] : null;

    /// <summary>The tag's name, or null for another kind of ref.</summary>
    public string? Tag => FullName.StartsWith(Tags, StringComparison.Ordinal) ? FullName[Tags.Length..] : null;

    /// <summary>The version that a release tag <c>v1.2.3</c> names, or null.</summary>
    public SemanticVersion? ReleaseVersion =>
        Tag is ['v', .. var version] && SemanticVersion.TryParse(version, null, out var parsed) ? parsed : null;

    /// <summary>The ref of a branch.</summary>
    /// <exception cref="FormatException">The name isn't allowed.</exception>
    public static GitRef OfBranch(string name) => Parse(Heads + name);

    /// <summary>The ref of a tag.</summary>
    /// <exception cref="FormatException">The name isn't allowed.</exception>
    public static GitRef OfTag(string name) => Parse(Tags + name);

    /// <summary>Reads a full ref.</summary>
    /// <exception cref="FormatException">It isn't one that Git allows.</exception>
    public static GitRef Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var gitRef) ? gitRef : throw new FormatException($"\"{s}\" isn't a full Git ref such as refs/heads/main or refs/tags/v1.2.3.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out GitRef result)
    {
        var valid = s is not null && s.StartsWith("refs/", StringComparison.Ordinal) && IsAllowed(s);
        result = valid ? new GitRef(s!) : null;
        return valid;
    }

    /// <inheritdoc/>
    public override string ToString() => FullName;

    static bool IsAllowed(string name) =>
        !name.Contains("..", StringComparison.Ordinal)
        && !name.Contains("@{", StringComparison.Ordinal)
        && !name.EndsWith('.')
        && name.All(c => c > ' ' && c != '\x7f' && !"~^:?*[\\".Contains(c, StringComparison.Ordinal))
        && name.Split('/').All(part => part.Length > 0 && part[0] != '.' && !part.EndsWith(".lock", StringComparison.Ordinal));
}
