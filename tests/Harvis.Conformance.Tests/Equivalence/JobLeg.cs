using System.Text.Json.Nodes;

namespace Harvis.Conformance.Tests.Equivalence;

/// <summary>One run of a job: of a matrix the one for these values.</summary>
/// <param name="Job">The job's name in the document.</param>
/// <param name="Index">Which run of the job; 0 for the first.</param>
/// <param name="Matrix">The values of the matrix; empty for a job without.</param>
sealed record JobLeg(string Job, int Index, JsonObject Matrix);
