using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;

namespace Harvis.Model.Versions;

/// <summary>A semantic version, 2.0.0 of the specification: https://semver.org/spec/v2.0.0.html. Strict: no leading 'v', three numbers.</summary>
public sealed record SemanticVersion : IParsable<SemanticVersion>, IComparable<SemanticVersion>
{
    SemanticVersion(BigInteger major, BigInteger minor, BigInteger patch, string preRelease, string build) =>
        (Major, Minor, Patch, PreRelease, Build) = (major, minor, patch, preRelease, build);

    /// <summary>The major number.</summary>
    public BigInteger Major { get; }

    /// <summary>The minor number.</summary>
    public BigInteger Minor { get; }

    /// <summary>The patch number.</summary>
    public BigInteger Patch { get; }

    /// <summary>What follows '-', without it; empty for a release.</summary>
    public string PreRelease { get; }

    /// <summary>What follows '+', without it. Doesn't count in precedence.</summary>
    public string Build { get; }

    /// <summary>Whether this is a release, not a pre-release.</summary>
    public bool IsRelease => PreRelease.Length == 0;

    /// <summary>Reads a version.</summary>
    /// <exception cref="FormatException">It isn't a semantic version.</exception>
    public static SemanticVersion Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var version) ? version : throw new FormatException($"\"{s}\" isn't a semantic version such as 1.2.3 or 1.2.3-rc.1.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out SemanticVersion result)
    {
        result = null;
        if (s is null) return false;
        var (rest, build) = Split(s, '+');
        var (core, preRelease) = Split(rest, '-');
        var numbers = core.Split('.');
        if (numbers.Length != 3 || !numbers.All(IsNumber)) return false;
        if (preRelease is not null && !preRelease.Split('.').All(IsPreReleaseIdentifier)) return false;
        if (build is not null && !build.Split('.').All(IsIdentifier)) return false;
        result = new SemanticVersion(Number(numbers[0]), Number(numbers[1]), Number(numbers[2]), preRelease ?? "", build ?? "");
        return true;
    }

    /// <summary>Precedence, as section 11 of the specification orders it; build metadata doesn't count.</summary>
    public int CompareTo(SemanticVersion? other)
    {
        if (other is null) return 1;
        var core = (Major, Minor, Patch).CompareTo((other.Major, other.Minor, other.Patch));
        if (core != 0) return core;
        if (IsRelease || other.IsRelease) return IsRelease.CompareTo(other.IsRelease);
        return ComparePreRelease(PreRelease.Split('.'), other.PreRelease.Split('.'));
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        var preRelease = PreRelease.Length == 0 ? "" : $"-{PreRelease}";
        var build = Build.Length == 0 ? "" : $"+{Build}";
        return string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}.{Patch}{preRelease}{build}");
    }

    /// <summary>Whether the left version has lower precedence.</summary>
    public static bool operator <(SemanticVersion left, SemanticVersion right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left version has higher precedence.</summary>
    public static bool operator >(SemanticVersion left, SemanticVersion right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left version has no higher precedence.</summary>
    public static bool operator <=(SemanticVersion left, SemanticVersion right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left version has no lower precedence.</summary>
    public static bool operator >=(SemanticVersion left, SemanticVersion right) => left.CompareTo(right) >= 0;

    static int ComparePreRelease(string[] left, string[] right)
    {
        for (var i = 0; i < Math.Min(left.Length, right.Length); i++)
        {
            var order = CompareIdentifier(left[i], right[i]);
            if (order != 0) return order;
        }

        return left.Length.CompareTo(right.Length);
    }

    static int CompareIdentifier(string left, string right) => (IsDigits(left), IsDigits(right)) switch
    {
        (true, true) => Number(left).CompareTo(Number(right)),
        (true, false) => -1,
        (false, true) => 1,
        _ => Math.Sign(string.CompareOrdinal(left, right)),
    };

    static (string Head, string? Tail) Split(string text, char separator)
    {
        var at = text.IndexOf(separator, StringComparison.Ordinal);
        return at < 0 ? (text, null) : (text[..at], text[(at + 1)..]);
    }

    static BigInteger Number(string digits) => BigInteger.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    static bool IsDigits(string text) => text.Length > 0 && text.All(char.IsAsciiDigit);

    static bool IsNumber(string text) => IsDigits(text) && (text.Length == 1 || text[0] != '0');

    static bool IsIdentifier(string text) => text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    static bool IsPreReleaseIdentifier(string text) => IsIdentifier(text) && (!IsDigits(text) || IsNumber(text));
}
