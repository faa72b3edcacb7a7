using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;

namespace Harvis.Model.Names;

/// <summary>
/// An amount of memory (bytes) or CPU (cores) as Kubernetes writes it: <c>8Gi</c>, <c>250m</c>, <c>1.5</c>, <c>2e3</c>. Not negative, and below 2^63,
/// which Kubernetes would cap without a word. Equal amounts are equal, however written.
/// See https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/.
/// </summary>
public readonly record struct Quantity : IParsable<Quantity>, IComparable<Quantity>
{
    static readonly (string Suffix, BigInteger Milli)[] Units =
    [
        ("Ki", Binary(1)), ("Mi", Binary(2)), ("Gi", Binary(3)), ("Ti", Binary(4)), ("Pi", Binary(5)), ("Ei", Binary(6)),
        ("m", 1), ("k", Decimal(3)), ("M", Decimal(6)), ("G", Decimal(9)), ("T", Decimal(12)), ("P", Decimal(15)), ("E", Decimal(18)),
        ("", 1000),
    ];

    static readonly BigInteger MaxMilli = new BigInteger(long.MaxValue) * 1000;

    Quantity(BigInteger milli) => Milli = milli;

    /// <summary>The amount in thousandths.</summary>
    public BigInteger Milli { get; }

    /// <summary>The amount in whole units (bytes, cores), rounded up as Kubernetes does.</summary>
    public BigInteger Value => (Milli + 999) / 1000;

    /// <summary>Mebibytes.</summary>
    public static Quantity Mi(int count) => new(Binary(2) * NotNegative(count));

    /// <summary>Gibibytes.</summary>
    public static Quantity Gi(int count) => new(Binary(3) * NotNegative(count));

    /// <summary>Thousandths of a core.</summary>
    public static Quantity MilliCores(int count) => new(NotNegative(count));

    /// <summary>A request of this amount with a limit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The limit is below the request.</exception>
    public QuantityRange UpTo(Quantity limit) => new(this, limit);

    /// <summary>Reads a quantity.</summary>
    /// <exception cref="FormatException">It isn't one; the message says what is.</exception>
    public static Quantity Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var quantity)
            ? quantity
            : throw new FormatException($"\"{s}\" isn't a quantity such as 8Gi, 500Mi, 250m or 1.5.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Quantity result)
    {
        result = default;
        if (s is null || QuantityText.Read(s) is not { } milli || milli > MaxMilli) return false;
        result = new Quantity(milli);
        return true;
    }

    /// <summary>The canonical form: the suffix that leaves the smallest number without a fraction, so <c>8192Mi</c> is <c>8Gi</c> and <c>1E18</c> is <c>1E</c>.</summary>
    public override string ToString()
    {
        var milli = Milli;
        if (milli.IsZero) return "0";
        var (suffix, unit) = Units.Where(unit => (milli % unit.Milli).IsZero).MaxBy(unit => unit.Milli);
        return string.Create(CultureInfo.InvariantCulture, $"{milli / unit}{suffix}");
    }

    /// <inheritdoc/>
    public int CompareTo(Quantity other) => Milli.CompareTo(other.Milli);

    /// <summary>Whether the left amount is smaller.</summary>
    public static bool operator <(Quantity left, Quantity right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left amount is larger.</summary>
    public static bool operator >(Quantity left, Quantity right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left amount is no larger.</summary>
    public static bool operator <=(Quantity left, Quantity right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left amount is no smaller.</summary>
    public static bool operator >=(Quantity left, Quantity right) => left.CompareTo(right) >= 0;

    static BigInteger Binary(int power) => BigInteger.Pow(1024, power) * 1000;

    static BigInteger Decimal(int power) => BigInteger.Pow(10, power) * 1000;

    static int NotNegative(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return count;
    }
}
