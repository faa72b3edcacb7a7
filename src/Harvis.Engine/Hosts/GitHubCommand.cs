using System.Globalization;
using Harvis.Model.Diagnostics;

namespace Harvis.Engine.Hosts;

/// <summary>Workflow commands that make annotations.</summary>
/// <remarks>https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands</remarks>
static class GitHubCommand
{
    /// <summary><c>::error title=…,file=…,line=…::message</c>.</summary>
    public static string Text(string command, string title, SourceLocation? place, string message)
    {
        var file = place is null ? "" : $",file={Property(place.File)}";
        var line = place is { Line: > 0 } ? string.Create(CultureInfo.InvariantCulture, $",line={place.Line}") : "";
        return $"::{command} title={Property(title)}{file}{line}::{Data(message)}";
    }

    static string Data(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    static string Property(string text) => Data(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
