using Harvis.Engine.Environments;

namespace Harvis.Engine.Hosts;

/// <summary>What shows a run, and whether it shows colours.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="UseColour">Whether text may have colours.</param>
public sealed record Host(HostKind Kind, bool UseColour)
{
    /// <summary>Finds out where this process runs.</summary>
    /// <remarks>
    /// Colours: <c>NO_COLOR</c> (https://no-color.org) switches them off, whatever else is set; then <c>FORCE_COLOR</c> and
    /// <c>CLICOLOR_FORCE</c> switch them on; then <c>TERM=dumb</c> and <c>CLICOLOR=0</c> off. Otherwise terminals, GitHub and GitLab have them.
    /// </remarks>
    /// <param name="environment">The variables.</param>
    /// <param name="isTerminal">Whether standard output is a terminal.</param>
    public static Host Detect(IEnvironment environment, bool isTerminal)
    {
        var kind = KindOf(environment, isTerminal);
        return new Host(kind, HasColour(environment, kind, isTerminal));
    }

    static HostKind KindOf(IEnvironment environment, bool isTerminal) =>
        IsOn(environment, "GITHUB_ACTIONS") ? HostKind.GitHubActions
        : IsOn(environment, "GITLAB_CI") ? HostKind.GitLabCi
        : isTerminal && !IsDumb(environment) && !IsOn(environment, "CI") ? HostKind.Terminal
        : HostKind.Plain;

    static bool HasColour(IEnvironment environment, HostKind kind, bool isTerminal) =>
        string.IsNullOrEmpty(environment.Variable("NO_COLOR"))
        && (IsOn(environment, "FORCE_COLOR")
            || IsOn(environment, "CLICOLOR_FORCE")
            || (!IsDumb(environment) && environment.Variable("CLICOLOR") != "0" && (isTerminal || kind is HostKind.GitHubActions or HostKind.GitLabCi)));

    static bool IsDumb(IEnvironment environment) => environment.Variable("TERM") == "dumb";

    static bool IsOn(IEnvironment environment, string name) =>
        environment.Variable(name) is { Length: > 0 } value && value != "0" && !value.Equals("false", StringComparison.OrdinalIgnoreCase);
}
