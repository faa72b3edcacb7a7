using System.Globalization;

namespace Harvis.Engine.Generated.Diffs;

/// <summary>
/// Two texts compared, in the form that <c>git apply</c> and <c>patch</c> read:
/// https://www.gnu.org/software/diffutils/manual/html_node/Detailed-Unified.html.
/// </summary>
/// <param name="Lines">The diff's lines; the first character of each says what it is.</param>
/// <param name="Changes">How many lines are added or removed.</param>
sealed record UnifiedDiff(IReadOnlyList<string> Lines, int Changes)
{
    /// <summary>The name of a file that isn't there.</summary>
    public const string Nothing = "/dev/null";

    const int Context = 3;

    // Part of the last line, so that a line with an end differs from the same without.
    const string NoEnd = "\r\\ No newline at end of file";

    /// <summary>Compares two texts; the line after the last LF counts only where it has text.</summary>
    public static UnifiedDiff Between(string oldName, string old, string newName, string now)
    {
        var edits = LineEdits.Between(Split(old), Split(now));
        var lines = new List<string> { $"--- {oldName}", $"+++ {newName}" };
        for (var from = NextChange(edits, 0); from < edits.Count;)
        {
            var to = EndOfHunk(edits, from);
            AddHunk(lines, edits, Math.Max(0, from - Context), Math.Min(edits.Count, to + Context));
            from = NextChange(edits, to);
        }

        return new UnifiedDiff(lines, edits.Count(edit => edit.Mark != ' '));
    }

    /// <summary>The diff cut to a number of lines, saying how many are left out.</summary>
    public IEnumerable<string> Start(int most) => Lines.Count <= most
        ? Lines
        : Lines.Take(most).Append(string.Create(CultureInfo.InvariantCulture, $"… {Lines.Count - most} more lines"));

    static string[] Split(string text) => text.Length == 0 ? [] : (text.EndsWith('\n') ? text[..^1] : text + NoEnd).Split('\n');

    static int NextChange(IReadOnlyList<LineEdit> edits, int from)
    {
        while (from < edits.Count && edits[from].Mark == ' ') from++;
        return from;
    }

    // Changes whose contexts touch are one hunk.
    static int EndOfHunk(IReadOnlyList<LineEdit> edits, int from)
    {
        var end = from + 1;
        for (var i = end; i < edits.Count && i - end <= 2 * Context; i++)
        {
            if (edits[i].Mark != ' ') end = i + 1;
        }

        return end;
    }

    static void AddHunk(List<string> lines, IReadOnlyList<LineEdit> edits, int from, int to)
    {
        var hunk = edits.Skip(from).Take(to - from).ToList();
        var before = edits.Take(from).ToList();
        lines.Add($"@@ -{Range(before, hunk, '+')} +{Range(before, hunk, '-')} @@");
        lines.AddRange(hunk.SelectMany(edit => $"{edit.Mark}{edit.Line}".Split('\r')));
    }

    // An empty range names the line before it.
    static string Range(List<LineEdit> before, List<LineEdit> hunk, char other)
    {
        var start = before.Count(edit => edit.Mark != other);
        var length = hunk.Count(edit => edit.Mark != other);
        return string.Create(CultureInfo.InvariantCulture, $"{(length == 0 ? start : start + 1)},{length}");
    }
}
