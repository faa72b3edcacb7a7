using System.Globalization;

namespace Harvis.Model.Diagnostics;

/// <summary>A place in a file of the user's.</summary>
/// <param name="File">Path relative to the repository's root, with forward slashes.</param>
/// <param name="Line">Line number, from 1; 0 where only the file is known.</param>
public sealed record SourceLocation(string File, int Line = 0)
{
    /// <inheritdoc/>
    public override string ToString() =>
        Line > 0 ? string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}") : File;
}
