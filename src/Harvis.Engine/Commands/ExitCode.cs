namespace Harvis.Engine.Commands;

/// <summary>What a process tells the one that started it.</summary>
static class ExitCode
{
    /// <summary>Everything was done.</summary>
    public const int Done = 0;

    /// <summary>A target failed.</summary>
    public const int Failed = 1;

    /// <summary>The build or its arguments are wrong.</summary>
    public const int Wrong = 2;

    /// <summary>Somebody stopped it: 128 and the number of the interrupt signal, as shells have it.</summary>
    public const int Cancelled = 130;
}
