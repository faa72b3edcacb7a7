using Harvis.Engine.Environments;
using Harvis.Engine.Handovers;
using Harvis.Engine.Running;
using Harvis.Engine.Secrets;
using Harvis.Model.Diagnostics;

namespace Harvis.Engine.Commands;

/// <summary>Where a command meets the world; tests put their own in.</summary>
sealed record Edges
{
    /// <summary>The repository's root, absolute.</summary>
    public required string Root { get; init; }

    /// <summary>Standard output: what was asked for.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Says what is wrong.</summary>
    public required Action<IReadOnlyList<Diagnostic>> Report { get; init; }

    /// <summary>The environment variables.</summary>
    public required IEnvironment Environment { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>Masks every secret that is found.</summary>
    public required SecretMasker Masker { get; init; }

    /// <summary>Asks a person; null where there is none.</summary>
    public IPrompt? Prompt { get; init; }

    /// <summary>Changes whenever the build's code does.</summary>
    public required string BuildId { get; init; }

    /// <summary>Looks for tools, and gets them.</summary>
    public required IToolGate Tools { get; init; }

    /// <summary>Makes the nodes' process runners.</summary>
    public required NodeProcesses Processes { get; init; }

    /// <summary>Who is told of a run, by its id and its record's folder.</summary>
    public required Func<string, string, IEnumerable<IRunObserver>> Observers { get; init; }

    /// <summary>Takes over from and hands over to other CI jobs; null elsewhere.</summary>
    public Handover? Handover { get; init; }

    /// <summary>Cancels the run; what is assured still runs.</summary>
    public CancellationToken Stop { get; init; }

    /// <summary>Cancels that too.</summary>
    public CancellationToken Kill { get; init; }
}
