namespace Harvis.Benchmarks;

/// <summary>What can be measured.</summary>
enum BenchmarkKind
{
    /// <summary>All of the others.</summary>
    All,

    /// <summary>The engine's pieces, in this process.</summary>
    Engine,

    /// <summary>Start to end of <c>--help</c> and of a target that does nothing.</summary>
    Start,

    /// <summary>10,000 targets.</summary>
    ManyTargets,

    /// <summary>Four targets of two seconds.</summary>
    SideBySide,

    /// <summary>A new tag for an image.</summary>
    Retag,

    /// <summary>The whole pipeline with nothing changed.</summary>
    SecondRun,
}
