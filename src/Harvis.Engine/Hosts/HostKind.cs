namespace Harvis.Engine.Hosts;

/// <summary>What shows a run.</summary>
public enum HostKind
{
    /// <summary>A terminal with a person before it: what runs is shown live.</summary>
    Terminal,

    /// <summary>A file, a pipe, a dumb terminal or a CI system that isn't known: lines of text.</summary>
    Plain,

    /// <summary>GitHub Actions.</summary>
    GitHubActions,

    /// <summary>GitLab CI/CD.</summary>
    GitLabCi,
}
