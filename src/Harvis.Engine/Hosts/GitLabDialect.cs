using System.Globalization;
using Harvis.Engine.Reporting;
using Harvis.Engine.Running;

namespace Harvis.Engine.Hosts;

/// <summary>GitLab CI: collapsible sections, with the node's own times.</summary>
/// <remarks>
/// https://docs.gitlab.com/ci/jobs/job_logs/#custom-collapsible-sections. A section's mark needs a carriage return and an escape
/// sequence, which no line of a log has any more when it comes here.
/// </remarks>
sealed class GitLabDialect(Ink ink) : LogDialect(ink)
{
    public override void WriteLog(TextWriter output, NodeResult result, IEnumerable<string> log, DateTimeOffset started, DateTimeOffset ended)
    {
        using var lines = log.GetEnumerator();
        if (!lines.MoveNext())
        {
            output.Write($"{Title(result)}\n");
            return;
        }

        var collapsed = result.Satisfies ? "[collapsed=true]" : "";
        output.Write($"{Mark("start", started, result)}{collapsed}\r\e[0K{Title(result)}\n");
        do output.Write($"{lines.Current}\n");
        while (lines.MoveNext());
        output.Write($"{Mark("end", ended, result)}\r\e[0K\n");
    }

    static string Mark(string what, DateTimeOffset time, NodeResult result) => string.Create(
        CultureInfo.InvariantCulture,
        $"\e[0Ksection_{what}:{time.ToUnixTimeSeconds()}:{SectionName(result)}");

    // Letters, digits, _ . - only; the index keeps names apart that differ in other characters.
    static string SectionName(NodeResult result)
    {
        var name = result.Node.Node.Name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' ? c : '_');
        return string.Create(CultureInfo.InvariantCulture, $"{string.Concat(name)}_{result.Node.Index}");
    }
}
