using Harvis.Model.Diagnostics;

namespace Harvis.Generation.GitHubActions.Plans;

/// <summary>What was found wrong while a workflow is made, each once.</summary>
sealed class Findings
{
    readonly List<Diagnostic> _found = [];

    /// <summary>Everything found, in order.</summary>
    public IReadOnlyList<Diagnostic> All => _found;

    /// <summary>Adds one, unless it is there.</summary>
    public void Add(Diagnostic diagnostic)
    {
        if (!_found.Contains(diagnostic)) _found.Add(diagnostic);
    }

    /// <summary>Adds several.</summary>
    public void Add(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics) Add(diagnostic);
    }
}
