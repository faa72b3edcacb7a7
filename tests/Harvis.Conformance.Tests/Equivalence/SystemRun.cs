using Harvis.Model.Ci;

namespace Harvis.Conformance.Tests.Equivalence;

/// <summary>What a CI system makes of a document for one event.</summary>
/// <param name="Outcomes">How each job of the document ended; jobs that aren't part of the pipeline are skipped.</param>
/// <param name="Started">The jobs that a runner got.</param>
/// <param name="Before">For each job, those that had ended before it could start.</param>
sealed record SystemRun(
    IReadOnlyDictionary<string, CiOutcome> Outcomes,
    IReadOnlySet<string> Started,
    IReadOnlyDictionary<string, IReadOnlySet<string>> Before)
{
    /// <summary>No pipeline at all.</summary>
    public static SystemRun None { get; } =
        new(new Dictionary<string, CiOutcome>(), new HashSet<string>(), new Dictionary<string, IReadOnlySet<string>>());
}
