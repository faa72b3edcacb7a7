namespace Harvis.Model.Ci;

/// <summary>A job that runs for an event.</summary>
/// <param name="Job">The job.</param>
/// <param name="Wave">Its place in the order: 1 for what waits for nothing; jobs of one wave can run side by side.</param>
public sealed record CiSimulatedJob(CiJob Job, int Wave);
