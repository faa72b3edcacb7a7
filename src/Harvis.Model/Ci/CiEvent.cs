using Harvis.Model.Versions;

namespace Harvis.Model.Ci;

/// <summary>Something that happened, which may start jobs. Closed.</summary>
public abstract record CiEvent
{
    private CiEvent()
    {
    }

    /// <summary>The ref that is built.</summary>
    public required GitRef Ref { get; init; }

    /// <summary>The paths that changed, relative to the repository's root; null where the event doesn't tell.</summary>
    public IReadOnlyList<string>? ChangedPaths { get; init; }

    /// <summary>Commits were pushed to a branch.</summary>
    public sealed record Push : CiEvent;

    /// <summary>A tag was pushed.</summary>
    public sealed record TagPush : CiEvent;

    /// <summary>A pull request (merge request) was opened or changed.</summary>
    /// <param name="Into">The branch that it is to be merged into.</param>
    public sealed record PullRequest(string Into) : CiEvent;

    /// <summary>The time of a schedule has come.</summary>
    /// <param name="Cron">The schedule's cron fields.</param>
    public sealed record Schedule(string Cron) : CiEvent;

    /// <summary>A person started it.</summary>
    /// <param name="Inputs">What they chose, by the name of the input.</param>
    public sealed record Manual(IReadOnlyDictionary<string, string> Inputs) : CiEvent;

    /// <summary>Another pipeline called it.</summary>
    public sealed record Call : CiEvent;
}
