using CsCheck;
using Harvis.Engine.Reporting;
using Shouldly;
using Xunit;

namespace Harvis.Engine.Tests.Reporting;

public sealed class LogTextTests
{
    [Theory]
    [InlineData("a\r\nb\rc\nd", "a|b|c|d")]
    [InlineData("", "")]
    [InlineData("a\n", "a|")]
    [InlineData("\e[1;31mred\e[0m\e[2K\e[10A", "red")]
    [InlineData("\e]8;;http://x\e\\link\e]8;;\e\\ \e]0;title\a.", "link .")]
    [InlineData("\a\b\0tab\tend\u009B2J\u0085", "tab    end")]
    [InlineData("cut \e[", "cut ")]
    [InlineData("cut \e", "cut ")]
    public void Lines_ControlCharacters_AreGone(string text, string expected) => string.Join('|', LogText.Lines(text)).ShouldBe(expected);

    [Fact]
    public void Lines_KeptColours_EndWithTheLine() =>
        LogText.Lines("\e[31mred \e[2Jtext\nplain", keepColours: true).ShouldBe(["\e[31mred text\e[0m", "plain"]);

    [Fact]
    public void Lines_AnyText_MoveNothing() =>
        Gen.Char["ab[]\e\r\n\a\\0123;mKJ?\u009B\u009D"].Array[0, 40].Sample(chars =>
        {
            foreach (var line in LogText.Lines(new string(chars))) line.ShouldNotContain(c => char.IsControl(c));
            var colours = string.Concat(LogText.Lines(new string(chars), keepColours: true));
            System.Text.RegularExpressions.Regex.Replace(colours, @"\e\[[0-9;:?]*m", "").ShouldNotContain(c => char.IsControl(c));
        }, iter: 2000);
}
