namespace Harvis.Build;

/// <summary>What the benchmarks can measure; <c>benchmarks/README.md</c> says more.</summary>
enum BenchmarkKind
{
    /// <summary>All of the others.</summary>
    All,

    /// <summary>The engine's pieces, each alone.</summary>
    Engine,

    /// <summary>Start to end of next to nothing.</summary>
    Start,

    /// <summary>10,000 targets.</summary>
    ManyTargets,

    /// <summary>Four targets of two seconds.</summary>
    SideBySide,

    /// <summary>A new tag for an image.</summary>
    Retag,

    /// <summary>This pipeline with nothing changed.</summary>
    SecondRun,
}
