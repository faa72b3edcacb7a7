using System.Text.Json.Nodes;

namespace Harvis.Conformance.Tests.Equivalence;

/// <summary>A run of a job that a runner got.</summary>
/// <param name="Leg">Which run.</param>
/// <param name="Keywords">What the document says of the job.</param>
/// <param name="Variables">The environment variables that its script sees.</param>
/// <param name="Needs">The jobs that it names as needed and that are in the pipeline.</param>
sealed record StartedJob(JobLeg Leg, JsonObject Keywords, IReadOnlyDictionary<string, string> Variables, IReadOnlyList<string> Needs);
