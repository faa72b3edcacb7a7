namespace Harvis.Benchmarks.Engine;

/// <summary>How the targets of a graph depend on each other.</summary>
public enum GraphShape
{
    /// <summary>One depends on all others, which depend on none.</summary>
    Wide,

    /// <summary>Each depends on the one before it.</summary>
    Chain,
}
