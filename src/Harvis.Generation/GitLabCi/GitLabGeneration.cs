using Harvis.Generation.GitLabCi.Syntax;
using Harvis.Model.Diagnostics;
using Harvis.Model.Files;

namespace Harvis.Generation.GitLabCi;

/// <summary>A pipeline's configuration and what is wrong with it.</summary>
/// <param name="Document">The configuration.</param>
/// <param name="File">The file; not to be written where something is wrong.</param>
/// <param name="Diagnostics">What is wrong, in the order of the document.</param>
public sealed record GitLabGeneration(GitLabDocument Document, GeneratedFile File, IReadOnlyList<Diagnostic> Diagnostics);
