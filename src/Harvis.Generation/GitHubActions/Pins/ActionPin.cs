using Harvis.Model.Versions;

namespace Harvis.Generation.GitHubActions.Pins;

/// <summary>The one commit of an action that workflows run, and the version that it is for people and for the programs that update it.</summary>
public sealed record ActionPin
{
    /// <summary>The action at a commit.</summary>
    /// <param name="action">The action.</param>
    /// <param name="commit">The full commit: what runs.</param>
    /// <param name="version">The name of the tag that it has: letters, digits, '.', '-', '_', '+' and '/'.</param>
    /// <exception cref="FormatException">The version is empty or holds another character.</exception>
    public ActionPin(ActionReference action, CommitId commit, string version)
    {
        ArgumentNullException.ThrowIfNull(action);
        if (!IsVersion(version)) throw new FormatException($"\"{version}\" isn't the name of a version such as v4.2.0.");
        (Action, Commit, Version) = (action, commit, version);
    }

    /// <summary>The action.</summary>
    public ActionReference Action { get; }

    /// <summary>What runs.</summary>
    public CommitId Commit { get; }

    /// <summary>The tag's name.</summary>
    public string Version { get; }

    /// <summary>As <c>uses</c> takes it; the version stands behind it as a comment.</summary>
    public override string ToString() => $"{Action}@{Commit}";

    internal static bool IsVersion(string? version) =>
        !string.IsNullOrEmpty(version) && version.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '+' or '/');
}
