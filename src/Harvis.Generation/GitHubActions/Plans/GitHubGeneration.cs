using Harvis.Generation.GitHubActions.Documents;
using Harvis.Model.Diagnostics;
using Harvis.Model.Files;

namespace Harvis.Generation.GitHubActions.Plans;

/// <summary>A workflow and what is wrong with it.</summary>
/// <param name="Workflow">The workflow.</param>
/// <param name="File">Its file; null where a diagnostic is an error.</param>
/// <param name="Diagnostics">What is wrong, each once.</param>
public sealed record GitHubGeneration(Workflow Workflow, GeneratedFile? File, IReadOnlyList<Diagnostic> Diagnostics);
