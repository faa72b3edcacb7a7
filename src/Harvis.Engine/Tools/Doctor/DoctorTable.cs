namespace Harvis.Engine.Tools.Doctor;

/// <summary>A report as a table of text.</summary>
public static class DoctorTable
{
    const string Gap = "  ";

    static readonly string[] Header = ["tool", "needed by", "state", "version", "where, or how to get it"];

    /// <summary>Lines with aligned columns, the header first.</summary>
    /// <param name="report">The report.</param>
    /// <param name="style">
    /// Puts colour around the text of a row's state, which has its final width already; null (the default) for none.
    /// </param>
    public static IReadOnlyList<string> Render(DoctorReport report, Func<ToolStatus, string, string>? style = null)
    {
        var rows = report.Tools.Select(status => Cells(status, report)).ToArray();
        var widths = Header.Select((title, column) => rows.Select(row => row[column].Length).Append(title.Length).Max()).ToArray();
        return
        [
            Line(Header, widths, text => text),
            .. rows.Zip(report.Tools, (row, status) => Line(row, widths, text => style is null ? text : style(status, text))),
        ];
    }

    static string[] Cells(ToolStatus status, DoctorReport report) =>
    [
        status.Tool.Name,
        string.Join(", ", status.NeededBy) + (status.IsRequired ? "" : " (optional)"),
        Word(status.State),
        Version(status)?.ToString() ?? "",
        status.State is ToolState.Found found ? found.Location : ToolDiagnostics.HowToGet(status, report.System),
    ];

    static string Word(ToolState state) => state switch
    {
        ToolState.Found => "ok",
        ToolState.TooOld => "too old",
        ToolState.NotRunning => "not running",
        _ => "missing",
    };

    static string? Version(ToolStatus status) => status.State switch
    {
        ToolState.Found found => found.Version?.ToString(),
        ToolState.TooOld old => $"{old.Version} < {old.Minimum}",
        _ => status.Tool.MinimumVersion is { } minimum ? $">= {minimum}" : null,
    };

    static string Line(string[] cells, int[] widths, Func<string, string> styleState)
    {
        var padded = cells.Select((cell, column) => cell.PadRight(widths[column])).ToArray();
        padded[2] = styleState(padded[2]);
        return string.Join(Gap, padded).TrimEnd();
    }
}
