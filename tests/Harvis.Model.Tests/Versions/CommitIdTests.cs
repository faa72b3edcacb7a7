using CsCheck;
using Harvis.Model.Versions;
using Shouldly;

namespace Harvis.Model.Tests.Versions;

public sealed class CommitIdTests
{
    [Fact]
    public void Parse_AnyHexadecimalText_NeedsAFullLength() => Any.Text("0189abcdef", 0, 66).Sample(text =>
    {
        Parsing.Takes<CommitId>(text).ShouldBe(text.Length is 40 or 64);
        if (text.Length is 40 or 64) CommitId.Parse(text).Short.ShouldBe(text[..8]);
    });

    [Theory]
    [InlineData(40)]
    [InlineData(64)]
    public void Parse_AnotherCharacter_IsRefused(int length) => Gen.Select(Gen.Int[0, length - 1], Any.Of('A', 'F', 'g', ' ', '\n', 'ä', '０')).Sample((at, wrong) =>
    {
        var text = new string('a', length);
        Parsing.Takes<CommitId>(text).ShouldBeTrue();
        Parsing.Takes<CommitId>(text[..at] + wrong + text[(at + 1)..]).ShouldBeFalse();
    });
}
