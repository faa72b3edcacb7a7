using CsCheck;
using Harvis.Generation.GitHubActions.Pins;
using Harvis.Generation.Tests.GitHubActions.Plans;
using Harvis.Model.Diagnostics;
using Harvis.Model.Versions;
using Shouldly;

namespace Harvis.Generation.Tests.GitHubActions.Pins;

public sealed class ActionPinsTests
{
    static readonly CommitId One = CommitId.Parse(new string('1', 40));
    static readonly CommitId Two = CommitId.Parse(new string('2', 40));

    [Fact]
    public void Parse_ThePinFile_HasEveryActionThatGeneratedWorkflowsUse()
    {
        var pins = SamplePlans.Pins;
        foreach (var action in new[] { "actions/checkout", "actions/setup-dotnet", "actions/cache", "actions/cache/restore", "actions/upload-artifact", "actions/download-artifact" })
            pins.Find(action).ShouldNotBeNull(action).Version.ShouldStartWith("v");
    }

    [Fact]
    public void Render_WhatWasParsed_IsTheSame()
    {
        var gen = Gen.Select(Gen.Char["abcXY"].Array[1, 8], Gen.Char["abc._-"].Array[1, 8], Gen.Int[1, 99], Gen.Char["0123456789abcdef"].Array[40])
            .Select((owner, name, version, commit) => new ActionPin(ActionReference.Parse($"{new string(owner)}/x{new string(name)}"), CommitId.Parse(new string(commit)), $"v{version}.0.0"));
        gen.Array[0, 6].Sample(all =>
        {
            var pins = ActionPins.Of([.. all.DistinctBy(pin => pin.Action)]);
            ActionPins.Parse(pins.Render()).All.ShouldBe(pins.All);
        });
    }

    [Theory]
    [InlineData("      - uses: actions/checkout@1111111111111111111111111111111111111111 # v1.2.3")]
    [InlineData("- uses: \"actions/checkout@1111111111111111111111111111111111111111\"  #  v1.2.3 kept at this")]
    [InlineData("  uses: actions/checkout@1111111111111111111111111111111111111111 # tag=v1.2.3")]
    [InlineData("  - uses: 'actions/checkout@1111111111111111111111111111111111111111' # @v1.2.3\r\n")]
    public void Parse_LinesThatBotsAndPeopleWrite_AreRead(string line) =>
        ActionPins.Parse(line).All.ShouldBe([new ActionPin("actions/checkout", One, "v1.2.3")]);

    [Theory]
    [InlineData("- uses: actions/checkout@v4 # v4")]
    [InlineData("- uses: actions/checkout")]
    [InlineData("- uses: actions/checkout@1111111111111111111111111111111111111111")]
    [InlineData("- uses: ./local@1111111111111111111111111111111111111111 # v1")]
    public void Parse_ALineThatPinsNothing_IsRefusedWithItsPlace(string line)
    {
        var refused = Should.Throw<DiagnosticException>(() => ActionPins.Parse($"name: pins\n{line}\n"));
        refused.Diagnostics.ShouldHaveSingleItem().Location.ShouldBe(new SourceLocation(ActionPins.DefaultPath, 2));
        refused.Message.ShouldStartWith("HRV2004 ");
    }

    [Fact]
    public void With_APinnedAction_ReplacesItAndKeepsTheOthers()
    {
        var pins = ActionPins.Of(new ActionPin("b/b", One, "v1"), new ActionPin("a/a", One, "v1"));
        pins.With(new ActionPin("a/a", Two, "v2")).With(new ActionPin("c/c/d", Two, "v3")).Render()
            .Split('\n').Where(line => line.Contains("uses:")).Select(line => line.Trim())
            .ShouldBe([$"- uses: a/a@{Two} # v2", $"- uses: b/b@{One} # v1", $"- uses: c/c/d@{Two} # v3"]);
    }

    [Theory]
    [InlineData("checkout")]
    [InlineData("actions/checkout@v1")]
    [InlineData("actions/../x")]
    [InlineData("act ions/checkout")]
    [InlineData("actions//x")]
    [InlineData("")]
    public void ParseAction_NoAction_IsRefused(string text) => Should.Throw<FormatException>(() => ActionReference.Parse(text));
}
