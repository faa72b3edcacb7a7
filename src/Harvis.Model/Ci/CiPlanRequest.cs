using Harvis.Model.Targets;

namespace Harvis.Model.Ci;

/// <summary>Which part of a graph becomes one plan, and how.</summary>
public sealed record CiPlanRequest
{
    /// <summary>The plan's name.</summary>
    public required string Name { get; init; }

    /// <summary>The targets whose triggers start it, with all they depend on; null for every target that has a trigger.</summary>
    public IReadOnlyList<string>? Targets { get; init; }

    /// <summary>Targets that another pipeline has run before this one starts: they and what only they need are left out.</summary>
    public IReadOnlyList<string> RunBefore { get; init; } = [];

    /// <summary>How long a job may take whose nodes have no limit of their own. The default is one hour.</summary>
    public TimeSpan DefaultTimeout { get; init; } = TimeSpan.FromHours(1);

    /// <summary>
    /// What every job keeps that has no cache of its own, such as the compiled build; null for nothing. The start checks what it finds there, so
    /// an old state costs a compile and nothing else.
    /// </summary>
    public CiCache? BuildCache { get; init; }

    /// <summary>The stage of targets that name none. The default is <see cref="Stages.Build"/>.</summary>
    public Stage DefaultStage { get; init; } = Stages.Build;
}
