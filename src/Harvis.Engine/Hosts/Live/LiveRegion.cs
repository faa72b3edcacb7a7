using Spectre.Console;
using Spectre.Console.Rendering;

namespace Harvis.Engine.Hosts.Live;

/// <summary>The lines at the bottom of a terminal that are drawn again and again; what is printed moves above them.</summary>
/// <remarks>
/// Spectre's own live display pads a picture that shrinks and loses count when the terminal becomes narrower, so the cursor is moved
/// here. Each picture is one write, marked as one (synchronized update) for terminals that know the mark, and overwrites the last.
/// </remarks>
sealed class LiveRegion
{
    const string BeginUpdate = "\e[?2026h";
    const string EndUpdate = "\e[?2026l";
    const string ClearLine = "\e[K";
    const string ClearBelow = "\e[J";

    readonly IConsole _console;
    readonly IAnsiConsole _ansi;
    IReadOnlyList<int> _drawn = [];

    public LiveRegion(IConsole console, bool useColour)
    {
        _console = console;
        _ansi = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            ColorSystem = useColour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
            Out = new LiveOutput(console),
        });
    }

    /// <summary>Prints lines for good, and below them the region.</summary>
    public void Draw(IEnumerable<string> printed, IReadOnlyList<Paragraph> region)
    {
        var output = _console.Out;
        output.Write(BeginUpdate);
        MoveToTop(output);
        foreach (var line in printed) output.Write($"{line}{ClearLine}\n");
        var widths = new List<int>(region.Count);
        foreach (var line in region)
        {
            _ansi.Write(line);
            output.Write($"{ClearLine}\n");
            widths.Add(((IRenderable)line).Measure(RenderOptions.Create(_ansi), int.MaxValue).Max);
        }

        output.Write(ClearBelow);
        output.Write(EndUpdate);
        output.Flush();
        _drawn = widths;
    }

    // A terminal that has become narrower has wrapped the lines.
    void MoveToTop(TextWriter output)
    {
        var width = Math.Max(1, _console.Width);
        var rows = _drawn.Sum(length => Math.Max(1, (length + width - 1) / width));
        if (rows > 0) output.Write($"\r\e[{rows}A");
    }
}
