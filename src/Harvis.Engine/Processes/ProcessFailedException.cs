using System.Globalization;

namespace Harvis.Engine.Processes;

/// <summary>A program ended with a code that isn't success.</summary>
public sealed class ProcessFailedException : Exception
{
    const int LinesShown = 10;

    /// <summary>Wraps the result.</summary>
    public ProcessFailedException(ProcessResult result)
        : base(Describe(result)) => Result = result;

    /// <summary>How it ended, with its output.</summary>
    public ProcessResult Result { get; }

    static string Describe(ProcessResult result)
    {
        var text = result.Error.Trim().Length > 0 ? result.Error : result.Output;
        var last = text.Trim().Split('\n').TakeLast(LinesShown);
        return string.Create(CultureInfo.InvariantCulture, $"{result.Command} ended with code {result.ExitCode}: {string.Join('\n', last)}");
    }
}
