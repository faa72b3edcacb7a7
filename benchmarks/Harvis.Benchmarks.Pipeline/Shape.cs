namespace Harvis.Benchmarks.Pipeline;

/// <summary>How the targets depend on each other.</summary>
enum Shape
{
    /// <summary>None on any other.</summary>
    Wide,

    /// <summary>Each on the one before it.</summary>
    Chain,
}
