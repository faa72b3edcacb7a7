using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Harvis.Engine.Secrets;

/// <summary>Finds the patterns that start at a place of a text. Immutable.</summary>
/// <remarks>
/// A pattern is found by its first four characters: a bit table of 8 KiB, which stays in the processor's first cache, sends away
/// nearly every place of a text without a secret. That needs neither the memory nor the time to build of an automaton, and is as fast.
/// </remarks>
sealed class MaskIndex
{
    internal const int StartLength = 4;
    const int FilterBits = 16;

    readonly ulong[] _filter = new ulong[(1 << FilterBits) / 64];
    readonly Dictionary<ulong, string[]> _byStart;
    readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _shortStarts;

    /// <param name="patterns">Each of at least <see cref="StartLength"/> characters.</param>
    public MaskIndex(IReadOnlyCollection<string> patterns)
    {
        // Loops, not queries: this runs at the start of every run that has a secret.
        var shortStarts = new HashSet<string>(StringComparer.Ordinal);
        _byStart = new Dictionary<ulong, string[]>(patterns.Count);
        var longestFirst = patterns.ToArray();
        Array.Sort(longestFirst, static (one, other) => other.Length.CompareTo(one.Length));
        foreach (var pattern in longestFirst)
        {
            var start = Start(pattern);
            var bit = Bit(start);
            _filter[bit / 64] |= 1UL << (bit % 64);
            _byStart[start] = _byStart.TryGetValue(start, out var longer) ? [.. longer, pattern] : [pattern];
            for (var length = 1; length < StartLength; length++) shortStarts.Add(pattern[..length]);
        }

        _shortStarts = shortStarts.GetAlternateLookup<ReadOnlySpan<char>>();
        MaxLength = longestFirst[0].Length;
    }

    /// <summary>The length of the longest pattern.</summary>
    public int MaxLength { get; }

    /// <summary>The first place from <paramref name="from"/> on where a pattern may start, or where too little text is left to say.</summary>
    public int NextCandidate(ReadOnlySpan<char> text, int from)
    {
        var filter = _filter;
        for (var i = from; i <= text.Length - StartLength; i++)
        {
            var bit = Bit(Start(text[i..]));
            if ((filter[bit / 64] & (1UL << (bit % 64))) != 0) return i;
        }

        return Math.Max(from, Math.Max(0, text.Length - StartLength + 1));
    }

    /// <summary>The length of the longest pattern that <paramref name="rest"/> starts with; 0 for none.</summary>
    public int LongestAt(ReadOnlySpan<char> rest)
    {
        if (rest.Length < StartLength || !_byStart.TryGetValue(Start(rest), out var candidates)) return 0;
        foreach (var pattern in candidates)
            if (rest.StartsWith(pattern, StringComparison.Ordinal)) return pattern.Length;
        return 0;
    }

    /// <summary>Whether a pattern starts with all of <paramref name="rest"/> and is longer.</summary>
    public bool IsInProgress(ReadOnlySpan<char> rest)
    {
        if (rest.Length >= MaxLength) return false;
        if (rest.Length < StartLength) return _shortStarts.Contains(rest);
        if (!_byStart.TryGetValue(Start(rest), out var candidates)) return false;
        foreach (var pattern in candidates)
        {
            if (pattern.Length <= rest.Length) return false;
            if (pattern.AsSpan().StartsWith(rest, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    static ulong Start(ReadOnlySpan<char> text) =>
        BinaryPrimitives.ReadUInt64LittleEndian(MemoryMarshal.AsBytes(text[..StartLength]));

    static int Bit(ulong start) => (int)((start * 0x9E3779B97F4A7C15UL) >> (64 - FilterBits));
}
