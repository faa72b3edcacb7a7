namespace Harvis.Model.Diagnostics;

/// <summary>Finds the name that was probably meant.</summary>
public static class NearestName
{
    /// <summary>The candidates nearest to <paramref name="name"/>, nearest first: within a third of its length in edits, or sharing its start.</summary>
    /// <param name="name">What was written.</param>
    /// <param name="candidates">What exists; ties keep this order.</param>
    /// <param name="atMost">How many to return; 3 by default.</param>
    public static IReadOnlyList<string> Of(string name, IEnumerable<string> candidates, int atMost = 3)
    {
        var limit = Math.Max(1, name.Length / 3);
        return
        [
            .. candidates
                .Distinct(StringComparer.Ordinal)
                .Select(candidate => (candidate, distance: Distance(name, candidate)))
                .Where(pair => pair.distance <= limit || SharesStart(name, pair.candidate))
                .OrderBy(pair => pair.distance)
                .Take(atMost)
                .Select(pair => pair.candidate),
        ];
    }

    /// <summary>A sentence such as <c>Did you mean "Build"?</c>, or the empty string where nothing is near.</summary>
    public static string Hint(string name, IEnumerable<string> candidates)
    {
        var nearest = Of(name, candidates);
        return nearest.Count == 0 ? "" : $"Did you mean {string.Join(" or ", nearest.Select(n => $"\"{n}\""))}?";
    }

    static bool SharesStart(string name, string candidate) =>
        name.Length >= 3 && candidate.StartsWith(name, StringComparison.OrdinalIgnoreCase);

    // Damerau-Levenshtein (optimal string alignment), ignoring case: a swapped pair of letters is one mistake.
    static int Distance(string a, string b)
    {
        var (before, previous, current) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++) previous[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = Same(a[i - 1], b[j - 1]) ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1] + 1, previous[j] + 1), previous[j - 1] + cost);
                if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1]))
                    current[j] = Math.Min(current[j], before[j - 2] + 1);
            }

            (before, previous, current) = (previous, current, before);
        }

        return previous[b.Length];
    }

    static bool Same(char x, char y) => char.ToUpperInvariant(x) == char.ToUpperInvariant(y);
}
