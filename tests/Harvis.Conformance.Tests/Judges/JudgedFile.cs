namespace Harvis.Conformance.Tests.Judges;

/// <summary>A file that judges read.</summary>
sealed record JudgedFile(string Name, string Text);
