using System.Text;
using Harvis.Engine.Dsl;
using Harvis.Engine.Files;
using Harvis.Engine.Logging;
using Harvis.Engine.Reporting;
using Harvis.Model.Diagnostics;
using Harvis.Model.Files;

namespace Harvis.Engine.Generated;

/// <summary>
/// Brings generated files to disk, or with <c>--check</c> only says how they differ. Generators themselves touch no disk.
/// What somebody wrote by hand is never lost: such a file is refused before anything is written.
/// </summary>
public static class GeneratedFiles
{
    const int MaxDiffLines = 200;

    /// <summary>Writes what differs, or with <c>--check</c> fails on whatever does.</summary>
    /// <param name="files">All files of one generator: what has its header in the same folders and isn't among them is no longer generated.</param>
    /// <param name="run">The run.</param>
    /// <param name="cancellationToken">Stops between files.</param>
    /// <exception cref="DiagnosticException">A path is wrong; a hand-written file is in the way; or, with <c>--check</c>, something differs. Nothing was written.</exception>
    public static async Task WriteOrCheckAsync(IReadOnlyList<GeneratedFile> files, TargetRun run, CancellationToken cancellationToken)
    {
        if (run.Options.Check)
        {
            await CheckAsync(files, run, cancellationToken);
            return;
        }

        Refuse(PathRule.Check(files, run.Root));
        var written = Written(run);
        var judge = new FileJudge(run.Root, run.Processes, written);
        var judged = await judge.JudgeAsync(files, cancellationToken);
        Refuse([.. judged.Where(file => file.Verdict == FileVerdict.HandWritten).Select(DriftDiagnostics.Of)]);
        foreach (var file in judged)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await BringAsync(file, judge, run, cancellationToken);
        }

        written.Save(files.Select(file => (file.Path, file.Text)));
    }

    /// <summary>Fails, with the differences, where a file isn't what the code says; changes nothing.</summary>
    /// <param name="files">All files of one generator.</param>
    /// <param name="run">The run.</param>
    /// <param name="cancellationToken">Stops between files.</param>
    /// <exception cref="DiagnosticException">A path is wrong, or something differs.</exception>
    public static async Task CheckAsync(IReadOnlyList<GeneratedFile> files, TargetRun run, CancellationToken cancellationToken)
    {
        Refuse(PathRule.Check(files, run.Root));
        Check(await new FileJudge(run.Root, run.Processes, Written(run)).JudgeAsync(files, cancellationToken), run.Log);
    }

    static WrittenFiles Written(TargetRun run) => new(Path.Combine(run.Temporary, "cache", "generated-files"));

    static void Check(IReadOnlyList<JudgedFile> judged, IRunLog log)
    {
        var different = judged.Where(file => file.Verdict != FileVerdict.Unchanged).ToList();
        foreach (var file in different) log.Info(string.Join('\n', file.Diff().Start(MaxDiffLines).Select(Paint)));
        if (different.Count > 0) throw new DiagnosticException([.. different.Select(DriftDiagnostics.Of)]) { IsFinding = true };
        log.Info($"{judged.Count} generated files are what the code says.");
    }

    static async Task BringAsync(JudgedFile file, FileJudge judge, TargetRun run, CancellationToken cancellationToken)
    {
        switch (file.Verdict)
        {
            case FileVerdict.Unchanged:
                run.Log.Info($"unchanged {file.Path}");
                break;
            case FileVerdict.Orphaned when await judge.IsInGitAsync(file.Path, cancellationToken):
                File.Delete(Path.Combine(run.Root, file.Path));
                run.Log.Info($"removed {file.Path}: it is no longer generated");
                break;
            case FileVerdict.Orphaned:
                run.Log.Warning($"{DriftDiagnostics.Of(file)}");
                break;
            default:
                AtomicFile.Write(Path.Combine(run.Root, file.Path), Encoding.UTF8.GetBytes(file.Expected));
                run.Log.Info($"written {file.Path}");
                break;
        }
    }

    static void Refuse(IReadOnlyList<Diagnostic> found)
    {
        if (found.Count > 0) throw new DiagnosticException(found);
    }

    // Where there are no colours, the log leaves them out.
    static string Paint(string line) => line switch
    {
        ['@', '@', ..] => new Ink(true).Bold(line),
        ['+', ..] => new Ink(true).Green(line),
        ['-', ..] => new Ink(true).Red(line),
        _ => line,
    };
}
