namespace Harvis.Benchmarks.Processes;

/// <summary>One run: how long it took, and how long the processors worked for it (its own process and all it waited for).</summary>
/// <param name="Wall">From its start to its end.</param>
/// <param name="Cpu">In user and system mode together; null where it isn't a process of its own.</param>
readonly record struct Sample(TimeSpan Wall, TimeSpan? Cpu);
