using Harvis.Engine.Hosts;
using Harvis.Model.Diagnostics;

namespace Harvis.Engine.Reporting;

/// <summary>Prints diagnostics to standard error: code, place, what is wrong, what to do next; on GitHub as annotations too.</summary>
public sealed class DiagnosticPrinter(IConsole console, Host host)
{
    const int MinTextWidth = 20;

    readonly Ink _ink = new(host.UseColour);

    /// <summary>Prints them, errors last, so that they are what people see first.</summary>
    public void Print(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics.OrderBy(diagnostic => diagnostic.Severity)) Print(diagnostic);
        console.Error.Flush();
    }

    void Print(Diagnostic diagnostic)
    {
        var isError = diagnostic.Severity == DiagnosticSeverity.Error;
        var code = diagnostic.Code.ToString();
        var indent = new string(' ', code.Length + 2);
        var place = diagnostic.Location is null ? "" : $"{diagnostic.Location}  ";
        var width = Math.Max(MinTextWidth, console.Width - indent.Length);
        IEnumerable<string> lines = [.. Wrap(place + diagnostic.Message, width), .. diagnostic.Remedy.Length > 0 ? Wrap(diagnostic.Remedy, width) : []];
        var start = isError ? _ink.Red(code) : _ink.Yellow(code);
        foreach (var line in lines)
        {
            var text = $"{start}{(start == indent ? "" : "  ")}{line}";
            console.Error.Write((host.Kind == HostKind.GitHubActions ? GitHubCommand.Disarm(text) : text) + "\n");
            start = indent;
        }

        if (host.Kind != HostKind.GitHubActions) return;
        var annotation = diagnostic.Remedy.Length > 0 ? $"{diagnostic.Message}\n{diagnostic.Remedy}" : diagnostic.Message;
        console.Error.Write(GitHubCommand.Text(isError ? "error" : "warning", code, diagnostic.Location, annotation) + "\n");
    }

    static IEnumerable<string> Wrap(string text, int width)
    {
        foreach (var paragraph in LogText.Lines(text))
        {
            var line = "";
            foreach (var word in paragraph.Split(' '))
            {
                if (line.Trim().Length > 0 && CellWidth.Of(line) + CellWidth.Of(word) > width)
                {
                    yield return line.TrimEnd();
                    line = "";
                }

                line += word + " ";
            }

            yield return line.TrimEnd();
        }
    }
}
