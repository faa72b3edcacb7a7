using CsCheck;
using Harvis.Engine.Dsl;
using Shouldly;
using Xunit;

namespace Harvis.Engine.Tests.Dsl;

public sealed class BackoffTests
{
    [Fact]
    public void Default_Grows_FromASecondToAMinute() =>
        Enumerable.Range(1, 9).Select(retry => Backoff.Default.Before(retry).TotalSeconds).ShouldBe([1, 2, 4, 8, 16, 32, 60, 60, 60]);

    [Fact]
    public void Constant_StaysTheSame() => Backoff.Constant(TimeSpan.FromMinutes(5)).Before(100).ShouldBe(TimeSpan.FromMinutes(5));

    [Fact]
    public void Exponential_Any_NeverShrinksAndNeverPassesItsBound() =>
        Gen.Select(Gen.Int[0, 100_000], Gen.Double[1, 10], Gen.Int[0, 1_000_000], Gen.Int[1, 100]).Sample((first, factor, longest, retry) =>
        {
            var backoff = Backoff.Exponential(TimeSpan.FromMilliseconds(first), factor, TimeSpan.FromMilliseconds(longest));
            backoff.Before(retry).ShouldBeGreaterThanOrEqualTo(backoff.First);
            backoff.Before(retry).ShouldBeLessThanOrEqualTo(backoff.Longest);
            backoff.Before(retry + 1).ShouldBeGreaterThanOrEqualTo(backoff.Before(retry));
        });
}
