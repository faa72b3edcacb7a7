namespace Harvis.Engine.Dsl;

/// <summary>What a target does.</summary>
/// <param name="run">The run it takes part in: log, processes, results.</param>
/// <param name="cancellationToken">Cancelled when the run is, or when the target's time is up. Pass it on.</param>
public delegate Task TargetBody(TargetRun run, CancellationToken cancellationToken);
