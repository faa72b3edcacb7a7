using CsCheck;
using Harvis.Model.Diagnostics;
using Shouldly;

namespace Harvis.Model.Tests.Diagnostics;

public sealed class NearestNameTests
{
    static readonly Gen<string> Names = Any.Text("abcdeXYZ", 3, 9);

    [Theory]
    [InlineData("Biuld", "Build")] // swapped
    [InlineData("Buld", "Build")] // left out
    [InlineData("Builld", "Build")] // twice
    [InlineData("Vuild", "Build")] // wrong
    [InlineData("build", "Build")] // in another case
    [InlineData("deploi", "Deploy")]
    [InlineData("Dep", "Deploy")] // its start
    [InlineData("De", null)]
    [InlineData("zzz", null)]
    public void Of_Mistake_FindsWhatWasMeant(string name, string? meant) =>
        NearestName.Of(name, ["Build", "Deploy", "Test"], atMost: 1).ShouldBe(meant is null ? [] : [meant]);

    [Fact]
    public void Of_OneEditAway_IsAlwaysFound() => Gen.Select(Names, Gen.Int[0, 8], Gen.Int[0, 3], Gen.Char['a', 'z']).Sample((name, place, kind, letter) =>
    {
        var at = place % name.Length;
        var written = kind switch
        {
            0 => name.Remove(at, 1),
            1 => name.Insert(at, letter.ToString()),
            2 => name[..at] + letter + name[(at + 1)..],
            _ => at + 1 < name.Length ? name[..at] + name[at + 1] + name[at] + name[(at + 2)..] : name,
        };
        NearestName.Of(written, ["qqqqqqqqqqqqqqqqqqqqqq", name]).ShouldBe([name]);
    });

    [Fact]
    public void Of_AnyNames_GivesSomeOfThemOnceTheExactOneFirst() => Gen.Select(Names, Names.Array[0, 12], Gen.Int[0, 4]).Sample((name, candidates, atMost) =>
    {
        var nearest = NearestName.Of(name, [.. candidates, name], atMost);

        nearest.Count.ShouldBeLessThanOrEqualTo(atMost);
        nearest.Distinct().Count().ShouldBe(nearest.Count);
        nearest.ShouldBeSubsetOf([.. candidates, name]);
        if (atMost > 0 && !candidates.Contains(name, StringComparer.OrdinalIgnoreCase)) nearest[0].ShouldBe(name);
    });

    [Fact]
    public void Of_EquallyNear_KeepsTheOrderOfTheCandidates() => NearestName.Of("Tesk", ["Text", "Test", "Task", "Desk"]).ShouldBe(["Test", "Task", "Desk"]);

    [Theory]
    [InlineData("Biuld", "Did you mean \"Build\"?")]
    [InlineData("Tes", "Did you mean \"Test\" or \"Tests\"?")]
    [InlineData("zzz", "")]
    public void Hint_Mistake_AsksAboutWhatIsNear(string name, string hint) => NearestName.Hint(name, ["Build", "Test", "Tests"]).ShouldBe(hint);
}
