using Harvis.Benchmarks.Processes;

namespace Harvis.Benchmarks.Comparisons;

/// <summary>One of the things that are compared.</summary>
/// <param name="Name">What the table calls it.</param>
abstract record Contender(string Name)
{
    /// <summary>Done before each run, not measured.</summary>
    public Action Prepare { get; init; } = () => { };

    /// <summary>How a person would run it.</summary>
    public abstract string Command { get; }

    /// <summary>A process.</summary>
    public sealed record OfProcess(string Name, MeasuredCommand Process) : Contender(Name)
    {
        /// <inheritdoc/>
        public override string Command => Process.ToString();
    }

    /// <summary>A piece of this process.</summary>
    public sealed record InProcess(string Name, string Command, Action Run) : Contender(Name)
    {
        /// <inheritdoc/>
        public override string Command { get; } = Command;
    }

    /// <summary>What can't be measured on this machine.</summary>
    public sealed record Missing(string Name, string Why) : Contender(Name)
    {
        /// <inheritdoc/>
        public override string Command => "";
    }
}
