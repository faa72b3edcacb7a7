using Harvis.Engine.Reporting;
using Harvis.Engine.Running;

namespace Harvis.Engine.Hosts;

/// <summary>Text without anything to fold it: logs are indented below their titles.</summary>
sealed class PlainDialect(Ink ink) : LogDialect(ink)
{
    public override void WriteLog(TextWriter output, NodeResult result, IEnumerable<string> log, DateTimeOffset started, DateTimeOffset ended)
    {
        output.Write($"{Title(result)}\n");
        foreach (var line in log) output.Write($"{(line.Length > 0 ? "  " : "")}{line}\n");
    }
}
