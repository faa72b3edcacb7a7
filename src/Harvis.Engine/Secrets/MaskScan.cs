using System.Buffers;

namespace Harvis.Engine.Secrets;

/// <summary>One pass over a text: what any pattern covers becomes <c>***</c>, patterns that overlap become one.</summary>
/// <remarks>What becomes of a character follows from the text alone, never from how it was cut into writes.</remarks>
static class MaskScan
{
    /// <summary>Masks what can be decided.</summary>
    /// <param name="index">The patterns.</param>
    /// <param name="text">What was held back before, and what is new.</param>
    /// <param name="isLast">Whether no more text comes, so that nothing is held back.</param>
    /// <param name="coveredUntil">Up to where a pattern found before covers the text; carried from one call to the next.</param>
    /// <param name="output">Gets the masked text.</param>
    /// <returns>How many characters were dealt with: the rest may be the start of a secret and has to come again.</returns>
    public static int Run(MaskIndex index, ReadOnlySpan<char> text, bool isLast, ref int coveredUntil, ArrayBufferWriter<char> output)
    {
        var place = 0;
        while ((place = index.NextCandidate(text, place)) < text.Length)
        {
            var rest = text[place..];
            if (!isLast && index.IsInProgress(rest)) break;
            if (index.LongestAt(rest) is > 0 and var length)
            {
                if (place >= coveredUntil)
                {
                    output.Write(text[coveredUntil..place]);
                    output.Write(SecretMasker.Replacement);
                }

                coveredUntil = Math.Max(coveredUntil, place + length);
            }

            place++;
        }

        if (coveredUntil < place) output.Write(text[coveredUntil..place]);
        coveredUntil = Math.Max(0, coveredUntil - place);
        return place;
    }
}
