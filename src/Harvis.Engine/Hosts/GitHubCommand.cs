using System.Globalization;
using Harvis.Model.Diagnostics;

namespace Harvis.Engine.Hosts;

/// <summary>Workflow commands: those that make annotations, and those that others smuggle in.</summary>
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

    /// <summary>A line that is no command, whoever wrote it.</summary>
    /// <remarks>
    /// The runner obeys a line that begins with <c>::</c> after white space, and <c>##[</c> anywhere in a line. A zero-width space keeps
    /// it from that: unlike <c>::stop-commands::</c> it has no state that a killed step could leave behind.
    /// </remarks>
    public static string Disarm(string line)
    {
        var harmless = line.Replace("##[", "##\u200B[", StringComparison.Ordinal);
        return harmless.AsSpan().TrimStart().StartsWith("::", StringComparison.Ordinal) ? "\u200B" + harmless : harmless;
    }

    static string Data(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    static string Property(string text) => Data(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
