namespace Harvis.Conformance.Tests.Judges;

/// <summary>What a judge has against a file.</summary>
sealed record Problem(string Judge, string Message)
{
    public override string ToString() => $"{Judge}: {Message}";
}
