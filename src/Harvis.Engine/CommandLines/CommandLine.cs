using Harvis.Engine.Running;
using Harvis.Model.Diagnostics;

namespace Harvis.Engine.CommandLines;

/// <summary>What the command line says.</summary>
sealed record CommandLine
{
    /// <summary>What is wrong with it.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>What is wanted besides or instead of a run.</summary>
    public CommandMode Mode { get; init; } = CommandMode.Run;

    /// <summary>Targets in the order named.</summary>
    public IReadOnlyList<string> Targets { get; init; } = [];

    /// <summary>Targets to skip; null for none, empty for all that isn't named.</summary>
    public IReadOnlyList<string>? Skip { get; init; }

    /// <summary>Whether only the named targets run.</summary>
    public bool Only { get; init; }

    /// <summary>Whether a plan is printed as JSON.</summary>
    public bool Json { get; init; }

    /// <summary>Whether what is of little interest is printed too.</summary>
    public bool Verbose { get; init; }

    /// <summary>Profiles; a later one overrides an earlier one.</summary>
    public IReadOnlyList<string> Profiles { get; init; } = [];

    /// <summary>The shell whose completion script is wanted.</summary>
    public string Shell { get; init; } = "";

    /// <summary>How to run.</summary>
    public RunOptions Run { get; init; } = new();

    /// <summary>The values of parameters, by the parameter's name.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Values { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
}
