using Harvis.Engine.Parameters;
using Harvis.Model.Diagnostics;

namespace Harvis.Engine.Commands;

/// <summary>Something that a target requires and doesn't have.</summary>
/// <param name="Parameter">The parameter that lacks its value; null for a condition.</param>
/// <param name="Diagnostic">What is said of it.</param>
sealed record UnmetRequirement(ParameterDeclaration? Parameter, Diagnostic Diagnostic);
