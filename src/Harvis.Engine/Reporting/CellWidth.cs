using System.Globalization;
using System.Text;

namespace Harvis.Engine.Reporting;

/// <summary>How many cells of a terminal a text takes: two for East Asian wide characters and emoji, none for combining marks.</summary>
/// <remarks>Ranges after Unicode's EastAsianWidth.txt (W and F), joined where nothing printable lies between them.</remarks>
static class CellWidth
{
    static readonly (int First, int Last)[] Wide =
    [
        (0x1100, 0x115F), (0x231A, 0x231B), (0x23E9, 0x23EC), (0x25FD, 0x25FE), (0x2614, 0x2615), (0x26A1, 0x26A1), (0x2705, 0x2705),
        (0x274C, 0x274C), (0x2753, 0x2755), (0x2757, 0x2757), (0x2795, 0x2797), (0x2B50, 0x2B50), (0x2B55, 0x2B55), (0x2E80, 0x303E),
        (0x3041, 0xA4CF), (0xA960, 0xA97C), (0xAC00, 0xD7A3), (0xF900, 0xFAFF), (0xFE30, 0xFE6F), (0xFF00, 0xFF60), (0xFFE0, 0xFFE6),
        (0x16FE0, 0x18CFF), (0x1B000, 0x1B2FB), (0x1F004, 0x1F004), (0x1F0CF, 0x1F0CF), (0x1F18E, 0x1F19A), (0x1F200, 0x1F320),
        (0x1F32D, 0x1F335), (0x1F337, 0x1F64F), (0x1F680, 0x1F6FC), (0x1F7E0, 0x1F7EB), (0x1F90C, 0x1F9FF), (0x1FA70, 0x1FAFF),
        (0x20000, 0x3FFFD),
    ];

    /// <summary>The cells that the text takes.</summary>
    public static int Of(string text)
    {
        var cells = 0;
        foreach (var rune in text.EnumerateRunes()) cells += Of(rune);
        return cells;
    }

    /// <summary>The text, cut to this many cells with … at its end where it is longer.</summary>
    public static string Cut(string text, int cells)
    {
        if (text.Length <= cells / 2 || Of(text) <= cells) return text;
        var (used, kept) = (0, new StringBuilder());
        foreach (var rune in text.EnumerateRunes())
        {
            used += Of(rune);
            if (used > cells - 1) break;
            kept.Append(rune);
        }

        return cells < 1 ? "" : kept.Append('…').ToString();
    }

    /// <summary>The text, cut or filled with spaces to exactly this many cells.</summary>
    public static string Fit(string text, int cells)
    {
        var cut = Cut(text, cells);
        return cut + new string(' ', Math.Max(0, cells - Of(cut)));
    }

    static int Of(Rune rune)
    {
        var value = rune.Value;
        if (value is >= ' ' and <= '~') return 1;
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.Control) return 0;
        if (value < Wide[0].First) return 1;
        return Array.Exists(Wide, range => value >= range.First && value <= range.Last) ? 2 : 1;
    }
}
