using Harvis.Model.Triggers;

namespace Harvis.Model.Ci;

/// <summary>
/// What a CI system is to do with a graph: jobs, what they wait for, and for which events they run. Neutral: a document of one system is
/// this plan in that system's words.
/// </summary>
public sealed record CiPlan
{
    /// <summary>What people call it; also the name of the workflow or pipeline.</summary>
    public required string Name { get; init; }

    /// <summary>Everything that starts it: what starts any of its jobs, each once, in the order met.</summary>
    public IReadOnlyList<Trigger> Triggers { get; init; } = [];

    /// <summary>The jobs, each after all it waits for; ties go by declaration.</summary>
    public IReadOnlyList<CiJob> Jobs { get; init; } = [];

    /// <summary>The job with this id, or null.</summary>
    public CiJob? Find(string id) => Jobs.FirstOrDefault(job => job.Id == id);
}
