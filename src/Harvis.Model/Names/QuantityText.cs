using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Harvis.Model.Names;

/// <summary>Reads what Kubernetes's grammar calls a quantity, without a sign: a decimal number and a suffix or an exponent.</summary>
static partial class QuantityText
{
    /// <summary>The amount in thousandths, or null where the text isn't one. Finer than a thousandth is rounded up, as Kubernetes does.</summary>
    public static BigInteger? Read(string text)
    {
        var parts = Grammar().Match(text);
        if (!parts.Success) return null;
        var (whole, fraction) = (parts.Groups["whole"].Value, parts.Groups["fraction"].Value);
        if (whole.Length + fraction.Length == 0) return null;
        var digits = BigInteger.Parse(whole + fraction, NumberStyles.None, CultureInfo.InvariantCulture);
        var (factor, power) = Scale(parts);
        return RoundedUp(digits * factor, power + 3 - fraction.Length);
    }

    // What the number is multiplied with: a factor and a power of ten.
    static (BigInteger Factor, int Power) Scale(Match parts)
    {
        if (parts.Groups["exponent"] is { Success: true } exponent) return (1, int.Parse(exponent.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
        if (parts.Groups["binary"] is { Success: true } binary) return (BigInteger.Pow(1024, "KMGTPE".IndexOf(binary.Value[0], StringComparison.Ordinal) + 1), 0);
        return (1, 3 * ("num kMGTPE".IndexOf((parts.Groups["decimal"].Value + " ")[0], StringComparison.Ordinal) - 3));
    }

    static BigInteger RoundedUp(BigInteger digits, int power)
    {
        if (power >= 0) return digits * BigInteger.Pow(10, power);
        var (whole, rest) = BigInteger.DivRem(digits, BigInteger.Pow(10, -power));
        return rest.IsZero ? whole : whole + 1;
    }

    // Two digits of exponent reach past the largest and the smallest amount there is.
    [GeneratedRegex(@"^(?<whole>[0-9]{0,40})(\.(?<fraction>[0-9]{0,40}))?((?<binary>[KMGTPE]i)|(?<decimal>[numkMGTPE])|[eE](?<exponent>[+-]?[0-9]{1,2}))?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Grammar();
}
