using Harvis.Model.Environments;
using Harvis.Model.Runners;
using Harvis.Model.Targets;

namespace Harvis.Model.Ci;

/// <summary>Nodes that one runner runs with one start of the build: <c>./build.sh &lt;nodes&gt; --only</c>.</summary>
public sealed record CiJob
{
    /// <summary>Its unique id: letters, digits, '-' and '_', starting with a letter; see <see cref="CiName"/>.</summary>
    public required string Id { get; init; }

    /// <summary>What it does, for people: the description of its target, or its id.</summary>
    public required string Title { get; init; }

    /// <summary>The nodes that it runs, in the order of the plan; of a matrix, those of all legs.</summary>
    public required IReadOnlyList<string> Nodes { get; init; }

    /// <summary>The legs of a matrix, one node each, in declaration order; empty for a job that runs once.</summary>
    public IReadOnlyList<CiLeg> Legs { get; init; } = [];

    /// <summary>The part of the pipeline that it belongs to.</summary>
    public required Stage Stage { get; init; }

    /// <summary>The jobs that have ended before it starts, where they run for the same event: ids, in the order of the plan.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>For which events it runs, and what must have become of the jobs before it: it runs if one holds that the event meets.</summary>
    public required IReadOnlyList<CiActivation> Activations { get; init; }

    /// <summary>The machine whose runner it needs; null for the system's own.</summary>
    public RunnerNode? Runner { get; init; }

    /// <summary>The environment that it changes, or null.</summary>
    public DeliveryEnvironment? Environment { get; init; }

    /// <summary>What it may do beyond reading the code, in the order of <see cref="Permission"/>.</summary>
    public IReadOnlyList<Permission> Permissions { get; init; } = [];

    /// <summary>The secrets that it gets, by the names of their parameters.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>The files that it hands to other jobs, as globs.</summary>
    public IReadOnlyList<string> Uploads { get; init; } = [];

    /// <summary>The files that it takes from other jobs.</summary>
    public IReadOnlyList<CiDownload> Downloads { get; init; } = [];

    /// <summary>The nodes whose outcome and typed results other jobs take from it.</summary>
    public IReadOnlyList<string> HandsOver { get; init; } = [];

    /// <summary>The nodes of other jobs whose outcome and typed results it takes.</summary>
    public IReadOnlyList<string> TakesOver { get; init; } = [];

    /// <summary>What it keeps from one pipeline to the next, or null.</summary>
    public CiCache? Cache { get; init; }

    /// <summary>Of the jobs with this name at most one runs at a time, in any pipeline; null for no limit.</summary>
    public string? ConcurrencyGroup { get; init; }

    /// <summary>How long it may take.</summary>
    public required TimeSpan Timeout { get; init; }

    /// <summary>The containers that run beside it.</summary>
    public IReadOnlyList<CiService> Services { get; init; } = [];

    /// <summary>Whether it needs all of the repository's history and tags.</summary>
    public bool NeedsHistory { get; init; }

    /// <summary>What single systems add to it.</summary>
    public IReadOnlyList<CiExtension> Extensions { get; init; } = [];

    /// <inheritdoc/>
    public override string ToString() => Id;
}
