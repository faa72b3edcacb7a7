using System.Globalization;
using Harvis.Model.Diagnostics;

namespace Harvis.Engine.Generated;

/// <summary>Says what is wrong with a generated file.</summary>
static class DriftDiagnostics
{
    const string Generate = "Run the target without --check and commit what it writes.";

    public static Diagnostic Of(JudgedFile file) => file.Verdict switch
    {
        FileVerdict.Drifted => new Diagnostic(GeneratedFileCodes.Drifted, $"{file.Path} isn't what the code says: {Count(file)}.", Generate),
        FileVerdict.Missing => new Diagnostic(GeneratedFileCodes.Missing, $"{file.Path} is generated and isn't there.", Generate),
        FileVerdict.Orphaned => new Diagnostic(GeneratedFileCodes.Orphaned, $"{file.Path} says that it is generated, and no longer is.", "Delete it, or remove its header if it is to be kept."),
        FileVerdict.HandWritten => new Diagnostic(
            GeneratedFileCodes.HandWritten,
            $"{file.Path} is in the way of a generated file, and nothing says that it was generated: {Count(file)}.",
            "Move what it says into the build's code, then delete the file; nothing was written."),
        _ => throw new ArgumentOutOfRangeException(nameof(file), file.Verdict, "There is nothing wrong with it."),
    };

    static string Count(JudgedFile file)
    {
        var diff = file.Diff();
        return string.Create(CultureInfo.InvariantCulture, $"{diff.Changes} {(diff.Changes == 1 ? "line differs" : "lines differ")}");
    }
}
