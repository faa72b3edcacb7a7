namespace Harvis.Conformance.Tests.Judges;

/// <summary>What the judges have against one file; nothing where they take it.</summary>
sealed record Verdict(string Name, IReadOnlyList<Problem> Problems);
