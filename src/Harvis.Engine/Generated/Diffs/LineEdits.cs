namespace Harvis.Engine.Generated.Diffs;

/// <summary>
/// The fewest line edits between two texts. E. W. Myers, "An O(ND) Difference Algorithm and Its Variations", 1986:
/// http://www.xmailserver.org/diff2.pdf.
/// </summary>
static class LineEdits
{
    // Its memory grows with the square of the edits; texts further apart are shown as replaced, which is what a reader sees anyway.
    const int MaxEdits = 1000;

    /// <summary>The edits in order; equal ends are never edited.</summary>
    public static IReadOnlyList<LineEdit> Between(IReadOnlyList<string> old, IReadOnlyList<string> now)
    {
        var start = 0;
        while (start < old.Count && start < now.Count && old[start] == now[start]) start++;
        var end = 0;
        while (end < old.Count - start && end < now.Count - start && old[^(end + 1)] == now[^(end + 1)]) end++;
        string[] a = [.. old.Skip(start).Take(old.Count - start - end)];
        string[] b = [.. now.Skip(start).Take(now.Count - start - end)];
        return
        [
            .. old.Take(start).Select(Kept),
            .. Trace(a, b) is { } trace ? Walk(a, b, trace) : [.. a.Select(Gone), .. b.Select(New)],
            .. old.Skip(old.Count - end).Select(Kept),
        ];
    }

    // For each number of edits, the furthest point of each diagonal; null where there are too many edits.
    static List<int[]>? Trace(string[] a, string[] b)
    {
        var most = Math.Min(a.Length + b.Length, MaxEdits);
        var furthest = new int[(2 * most) + 3];
        var trace = new List<int[]>();
        for (var edits = 0; edits <= most; edits++)
        {
            trace.Add(furthest[(most + 1 - edits)..(most + 2 + edits)]);
            for (var k = -edits; k <= edits; k += 2)
            {
                var at = most + 1 + k;
                var x = IsDown(k, edits, furthest[at - 1], furthest[at + 1]) ? furthest[at + 1] : furthest[at - 1] + 1;
                var y = x - k;
                while (x < a.Length && y < b.Length && a[x] == b[y]) (x, y) = (x + 1, y + 1);
                furthest[at] = x;
                if (x >= a.Length && y >= b.Length) return trace;
            }
        }

        return null;
    }

    static List<LineEdit> Walk(string[] a, string[] b, List<int[]> trace)
    {
        var edits = new List<LineEdit>();
        var (x, y) = (a.Length, b.Length);
        for (var d = trace.Count - 1; d > 0; d--)
        {
            var (before, k) = (trace[d], x - y);
            int Furthest(int diagonal) => Math.Abs(diagonal) <= d ? before[diagonal + d] : 0;
            var down = IsDown(k, d, Furthest(k - 1), Furthest(k + 1));
            var previous = Furthest(down ? k + 1 : k - 1);
            var next = down ? previous : previous + 1;
            while (x > next) (x, y) = (Keep(edits, a[x - 1], x), y - 1);
            edits.Add(down ? New(b[y - 1]) : Gone(a[x - 1]));
            (x, y) = down ? (x, y - 1) : (x - 1, y);
        }

        while (x > 0) x = Keep(edits, a[x - 1], x);
        edits.Reverse();
        return edits;
    }

    static int Keep(List<LineEdit> edits, string line, int x)
    {
        edits.Add(Kept(line));
        return x - 1;
    }

    static bool IsDown(int k, int edits, int left, int right) => k == -edits || (k != edits && left < right);

    static LineEdit Kept(string line) => new(' ', line);

    static LineEdit Gone(string line) => new('-', line);

    static LineEdit New(string line) => new('+', line);
}
