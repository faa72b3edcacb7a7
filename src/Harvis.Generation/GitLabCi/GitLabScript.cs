using Harvis.Generation.GitLabCi.Conditions;
using Harvis.Model.Ci;
using Harvis.Model.Runners;

namespace Harvis.Generation.GitLabCi;

/// <summary>The one command of a job: the build, with its nodes and nothing else.</summary>
static class GitLabScript
{
    public static string Of(CiJob job)
    {
        var isWindows = IsWindows(job.Runner);
        var start = isWindows ? "./build.ps1" : "./build.sh";
        if (job.Legs.Count > 0) return isWindows ? $"{start} \"$env:{GitLabVariables.Node}\" --only" : $"{start} \"${GitLabVariables.Node}\" --only";
        return $"{start} {string.Join(' ', job.Nodes.Select(node => isWindows ? PowerShell(node) : Posix(node)))} --only";
    }

    public static bool IsWindows(RunnerNode? runner) => runner?.Platform.Os == "windows";

    /// <summary>One word of a POSIX shell: https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_02_02.</summary>
    public static string Posix(string text) => IsPlain(text) ? text : $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    // PowerShell takes typographic quotes for quotes, too: a doubled one stands for itself.
    static string PowerShell(string text) => IsPlain(text) ? text : $"'{string.Concat(text.Select(c => c is '\'' or '‘' or '’' or '‚' or '‛' ? $"{c}{c}" : c.ToString()))}'";

    static bool IsPlain(string text) => text.Length > 0 && text[0] != '-' && text.All(c => char.IsAsciiLetterOrDigit(c) || c is ':' or '_' or '-' or '.' or '/');
}
