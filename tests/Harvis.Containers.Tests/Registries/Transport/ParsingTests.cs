using System.Globalization;
using CsCheck;
using Harvis.Containers.Registries;
using Harvis.Containers.Registries.Blobs;
using Harvis.Containers.Registries.Errors;
using Harvis.Containers.Registries.Tags;
using Harvis.Containers.Registries.Transport;
using Harvis.Engine.Http;
using Shouldly;
using Xunit;

namespace Harvis.Containers.Tests.Registries.Transport;

public sealed class ParsingTests
{
    [Theory]
    [InlineData("</v2/a/tags/list?last=b&n=2>; rel=\"next\"", "/v2/a/tags/list?last=b&n=2")]
    [InlineData("<https://r/v2/a?x=1,2;3>; rel=next", "https://r/v2/a?x=1,2;3")]
    [InlineData("<p>; rel=prev, <n>; title=\"a, b; rel=next\"; REL=\"last next\"", "n")]
    [InlineData("<p>; rel=\"prev\"", null)]
    [InlineData("<p", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Link_Next_IsFound(string? header, string? expected) => LinkHeader.Next(header).ShouldBe(expected);

    [Fact]
    public void Link_AmongOthers_IsFound() =>
        Gen.Select(Gen.Char["abc/?&=,;\" "].Array[1, 20].Select(chars => new string(chars)), Gen.Int[0, 3], Gen.Int[0, 3]).Sample((target, before, after) =>
        {
            var links = Enumerable.Repeat("<x>; rel=\"prev\"; title=\"q, \\\" ;\"", before).Append($"<{target}>; rel=\"next\"").Concat(Enumerable.Repeat("<y>; rel=last", after));
            LinkHeader.Next(string.Join(", ", links)).ShouldBe(target);
        });

    [Fact]
    public void Link_AnyText_DoesNotThrow() =>
        Gen.Char["<>;=\", relnxt\\"].Array[0, 50].Select(chars => new string(chars)).Sample(text => (LinkHeader.Next(text)?.Length ?? 0) <= text.Length);

    [Fact]
    public void Range_Received_IsOneMoreThanItsEnd() =>
        Gen.Long[1, long.MaxValue - 1].Sample(last =>
            ByteRange.ParseReceived($"0-{last}") == last + 1 && ByteRange.ParseReceived($"bytes=0-{last}") == last + 1);

    [Theory]
    [InlineData("0-0")]
    [InlineData("5-9")]
    [InlineData("0-")]
    [InlineData("-9")]
    [InlineData("0--9")]
    [InlineData("0-9223372036854775807")]
    [InlineData("0-99999999999999999999")]
    [InlineData("")]
    [InlineData(null)]
    public void Range_OtherText_SaysNothing(string? header) => ByteRange.ParseReceived(header).ShouldBeNull();

    [Fact]
    public void Chunks_AnyLengthAndSize_CoverEachByteOnceInOrder() =>
        Gen.Select(Gen.Long[1, 1_000_000], Gen.Long[-1, 300_000]).Sample((total, size) =>
        {
            size = size > 0 && total / size > 10_000 ? total / 10_000 : size;
            if (size <= 0 && total > 10_000) return;
            var offset = 0L;
            while (offset < total)
            {
                var chunk = ByteRange.Next(offset, total, size);
                chunk.Start.ShouldBe(offset);
                chunk.Length.ShouldBeInRange(1, Math.Max(1, size));
                chunk.ToContentRange().ShouldBe(string.Create(CultureInfo.InvariantCulture, $"{offset}-{chunk.End - 1}"));
                offset = chunk.End;
            }

            offset.ShouldBe(total);
        });

    [Fact]
    public void Backoff_AnyAttempt_StaysWithinItsBounds() =>
        Gen.Select(Gen.Int[1, 10_000], Gen.Int[1, 5_000], Gen.Int[1, 60_000], Gen.Int).Sample((attempt, first, max, seed) =>
        {
            var options = new RegistryClientOptions { FirstDelay = TimeSpan.FromMilliseconds(first), MaxDelay = TimeSpan.FromMilliseconds(max) };
            var delay = new RetrySchedule(options.Retries, TimeProvider.System, new Random(seed)).DelayAfter(attempt);
            var longest = Math.Min(max, first * Math.Pow(2, Math.Min(attempt - 1, 20)));
            delay.TotalMilliseconds.ShouldBeInRange((longest / 2) - 0.01, longest + 0.01);
        });

    [Fact]
    public void RetryAfter_SecondsAndDates_AreRead() => Gen.Int[0, 1_000_000].Sample(seconds =>
    {
        var now = new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);
        RetrySchedule.ParseRetryAfter(seconds.ToString(CultureInfo.InvariantCulture), now).ShouldBe(TimeSpan.FromSeconds(seconds));
        RetrySchedule.ParseRetryAfter(now.AddSeconds(seconds).ToString("r", CultureInfo.InvariantCulture), now).ShouldBe(TimeSpan.FromSeconds(seconds));
        RetrySchedule.ParseRetryAfter(now.AddSeconds(-seconds).ToString("r", CultureInfo.InvariantCulture), now).ShouldBe(TimeSpan.Zero);
    });

    [Theory]
    [InlineData("soon")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("")]
    public void RetryAfter_OtherText_SaysNothing(string text) => RetrySchedule.ParseRetryAfter(text, DateTimeOffset.UnixEpoch).ShouldBeNull();

    [Theory]
    [InlineData("https://user:pw@r.example/v2/a/blobs/uploads/1?_state=x&digest=y#z", "https://r.example/v2/a/blobs/uploads/1")]
    [InlineData("http://localhost:5000/v2/", "http://localhost:5000/v2/")]
    public void Address_Redacted_HasNoSecretPart(string address, string expected) => RedactedAddress.Of(new Uri(address)).ShouldBe(expected);

    [Fact]
    public void ServerError_ControlCharactersAndLength_AreCut()
    {
        var error = ServerError.Read(System.Text.Encoding.UTF8.GetBytes($$"""{"errors":[{"code":"A_B","message":"a\u001b[31m\n{{new string('x', 500)}}"}]}"""));
        error.Code.ShouldBe("A_B");
        error.Message!.Length.ShouldBeLessThanOrEqualTo(201);
        error.Message.ShouldNotContain(character => char.IsControl(character));
        foreach (var odd in new[] { "", "x", "[]", "{}", """{"errors":{}}""", """{"errors":[]}""", """{"errors":[1]}""", """{"errors":[{"code":5}]}""" })
            ServerError.Read(System.Text.Encoding.UTF8.GetBytes(odd)).ShouldBe(ServerError.None);
    }
}
