namespace Harvis.Engine.Generated;

/// <summary>How what is on disk compares with what the code says.</summary>
enum FileVerdict
{
    /// <summary>It is the same, line ends aside.</summary>
    Unchanged,

    /// <summary>It isn't there.</summary>
    Missing,

    /// <summary>It is generated and differs.</summary>
    Drifted,

    /// <summary>It differs, and nothing says that it was generated or that Git could bring it back.</summary>
    HandWritten,

    /// <summary>It is generated, but no longer by this code.</summary>
    Orphaned,
}
