using System.Globalization;
using System.Numerics;
using CsCheck;
using Harvis.Model.Names;
using Shouldly;

namespace Harvis.Model.Tests.Names;

public sealed class QuantityTests
{
    static readonly Gen<Quantity> Quantities = Gen.Select(Gen.Int[0, 1_000_000], Any.Of("", "m", "k", "M", "G", "T", "Ki", "Mi", "Gi", "Ti"))
        .Select((count, unit) => Quantity.Parse(string.Create(CultureInfo.InvariantCulture, $"{count}{unit}")));

    [Theory]
    [InlineData("8Gi", "8Gi")]
    [InlineData("8192Mi", "8Gi")]
    [InlineData("1500m", "1500m")]
    [InlineData("1.5", "1500m")]
    [InlineData("1000m", "1")]
    [InlineData("1k", "1k")]
    [InlineData("0.5Gi", "512Mi")]
    [InlineData("0", "0")]
    [InlineData("0.0Ei", "0")]
    [InlineData("5.", "5")]
    [InlineData(".5", "500m")]
    [InlineData("007", "7")]
    [InlineData("2e3", "2k")]
    [InlineData("2E3", "2k")]
    [InlineData("2e+3", "2k")]
    [InlineData("1500e-3", "1500m")]
    [InlineData("1E", "1E")]
    [InlineData("12E6", "12M")]
    [InlineData("2000000u", "2")]
    [InlineData("5000000n", "5m")]
    public void Parse_Valid_WritesTheCanonicalForm(string text, string canonical)
    {
        Quantity.Parse(text).ToString().ShouldBe(canonical);
        Quantity.Parse(canonical).ShouldBe(Quantity.Parse(text));
    }

    [Theory]
    [InlineData("0.1m", 1)]
    [InlineData("1n", 1)]
    [InlineData("1.0001", 1001)]
    [InlineData("0.0000000000000000000000000000000000001", 1)]
    [InlineData("1e-99", 1)]
    public void Parse_FinerThanAThousandth_IsRoundedUp(string text, int milli) => Quantity.Parse(text).Milli.ShouldBe(milli);

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("Gi")]
    [InlineData("8GB")]
    [InlineData("8gi")]
    [InlineData("8K")]
    [InlineData("8 Gi")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData("1,5")]
    [InlineData("1.2.3")]
    [InlineData("1e")]
    [InlineData("1e3Gi")]
    [InlineData("1ee3")]
    [InlineData("0x10")]
    [InlineData("٣Gi")]
    [InlineData("1\n")]
    [InlineData("9223372036854775808")]
    [InlineData("8Ei")]
    [InlineData("1e99")]
    [InlineData("1e1000000000")]
    public void Parse_AnythingElse_IsRefused(string text) => Parsing.Takes<Quantity>(text).ShouldBeFalse();

    [Fact]
    public void Parse_TheLargest_IsTaken() => Quantity.Parse("9223372036854775807").Value.ShouldBe(long.MaxValue);

    [Fact]
    public void Parse_AnyText_IsReadBackOrRefused() =>
        Gen.OneOf(Any.Text("019.eEmkKMGi+-", 0, 7), Any.Noise).Sample(text => { Parsing.Takes<Quantity>(text); }, iter: 5000);

    [Fact]
    public void Parse_BinaryAndDecimalUnits_AreTheirPowers() => Gen.Select(Gen.Int[0, 5], Gen.Int[1, 4], (power, count) => (power, count)).Sample((power, count) =>
    {
        Quantity.Parse($"{count}{"KMGTPE"[power]}i").Value.ShouldBe(count * BigInteger.Pow(1024, power + 1));
        Quantity.Parse($"{count}{"kMGTPE"[power]}").Value.ShouldBe(count * BigInteger.Pow(1000, power + 1));
    });

    [Fact]
    public void ToString_AnyAmount_IsReadBack() => Quantities.Sample(quantity => Quantity.Parse(quantity.ToString()).ShouldBe(quantity));

    [Fact]
    public void Comparison_AnyTwo_IsThatOfTheirAmounts() => Gen.Select(Quantities, Quantities).Sample((a, b) =>
    {
        Math.Sign(a.CompareTo(b)).ShouldBe(a.Milli.CompareTo(b.Milli));
        (a < b, a <= b, a > b, a >= b).ShouldBe((a.Milli < b.Milli, a.Milli <= b.Milli, a.Milli > b.Milli, a.Milli >= b.Milli));
        (a == b).ShouldBe(a.Milli == b.Milli);
    });

    [Fact]
    public void Factories_GiveTheirUnits()
    {
        Quantity.Gi(8).ToString().ShouldBe("8Gi");
        Quantity.Mi(500).ToString().ShouldBe("500Mi");
        Quantity.MilliCores(250).ToString().ShouldBe("250m");
        Should.Throw<ArgumentOutOfRangeException>(() => Quantity.Gi(-1));
        Should.Throw<ArgumentOutOfRangeException>(() => Quantity.Mi(-1));
        Should.Throw<ArgumentOutOfRangeException>(() => Quantity.MilliCores(-1));
    }

    [Fact]
    public void UpTo_AnyTwo_NeedsALimitNoLowerThanTheRequest() => Gen.Select(Quantities, Quantities).Sample((request, limit) =>
    {
        if (limit < request)
        {
            Should.Throw<ArgumentOutOfRangeException>(() => request.UpTo(limit)).Message.ShouldStartWith($"The limit {limit} is below the request {request}.");
            return;
        }

        var range = request.UpTo(limit);
        (range.Request, range.Limit).ShouldBe((request, limit));
        range.ToString().ShouldBe($"{request}..{limit}");
    });
}
