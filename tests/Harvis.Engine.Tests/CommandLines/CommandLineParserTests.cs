using CsCheck;
using Harvis.Engine.CommandLines;
using Harvis.Engine.Parameters;
using Shouldly;
using Xunit;

namespace Harvis.Engine.Tests.CommandLines;

public sealed class CommandLineParserTests
{
    static readonly IReadOnlyList<ParameterDeclaration> Parameters = ParameterDiscovery.Of(typeof(OptionBuild)).Parameters;

    [Theory]
    [InlineData("--nunber 3", "HRV1101: There is no option or parameter \"--nunber\". Did you mean \"--number\"?")]
    [InlineData("--typo", "HRV1101: There is no option or parameter \"--typo\".")]
    [InlineData("-x", "HRV1101: There is no option or parameter \"-x\".")]
    [InlineData("--pararelism 3", "HRV1101: There is no option or parameter \"--pararelism\". Did you mean \"--parallelism\"?")]
    [InlineData("--number", "HRV1105: --number lacks its value. Write --number VALUE.")]
    [InlineData("--number --colour red", "HRV1105: --number lacks its value. Write --number VALUE.")]
    [InlineData("--sizes", "HRV1105: --sizes lacks its value.")]
    [InlineData("--number 1 --number 2", "HRV1105: --number is given twice: \"1\" and \"2\". Leave one out.")]
    [InlineData("--plan=yes", "HRV1105: --plan takes no value.")]
    [InlineData("--json", "HRV1105: --json says how a plan is shown, and none is asked for. Add --plan, or leave --json out.")]
    [InlineData("--profile", "HRV1105: --profile lacks its value. Write --profile VALUE.")]
    [InlineData("--parallelism", "HRV1105: --parallelism lacks its value. Write --parallelism VALUE.")]
    [InlineData("--parallelism 0", "HRV1102: --parallelism can't be \"0\". Allowed: 1 to 1024.")]
    [InlineData("--parallelism 1025", "HRV1102: --parallelism can't be \"1025\". Allowed: 1 to 1024.")]
    [InlineData("--parallelism many", "HRV1102: --parallelism can't be \"many\". Allowed: 1 to 1024.")]
    [InlineData("--parallelism 99999999999", "HRV1102: --parallelism can't be \"99999999999\". Allowed: 1 to 1024.")]
    [InlineData("--completion fish", "HRV1102: --completion can't be \"fish\". Allowed: bash, zsh, pwsh.")]
    public void Line_WithAMistake_IsRefused(string line, string expected) =>
        Parse(line.Split(' ')).Diagnostics.Single().ToString().ShouldStartWith(expected);

    [Fact]
    public void Line_WithSeveralMistakes_SaysAll() =>
        Parse("--typo", "1", "--number", "--parallelism", "x").Diagnostics.Count.ShouldBe(3);

    [Fact]
    public void Targets_AreInTheOrderNamed() => Parse("Test", "--hurry", "Build", "--number", "3", "Deploy").Targets.ShouldBe(["Test", "Build", "Deploy"]);

    [Fact]
    public void Switch_TakesOnlyTruthAsItsValue()
    {
        Parse("--hurry", "Build").Targets.ShouldBe(["Build"]);
        Parse("--hurry", "false", "Build").ShouldSatisfyAllConditions(line => line.Targets.ShouldBe(["Build"]), line => line.Values["Hurry"].ShouldBe(["false"]));
    }

    [Fact]
    public void Secret_OnTheLine_SwallowsItsValue()
    {
        var line = Parse("--api-key", "opensesame", "--number", "3");
        line.Targets.ShouldBeEmpty();
        line.Diagnostics.Single().ToString().ShouldNotContain("opensesame");
    }

    // Every word is a target, an option, an option's value, or named in a diagnostic: nothing vanishes.
    [Fact]
    public void Line_OfAnyWords_IgnoresNothing() =>
        One("Test", "Build", "--number", "3", "x", "--hurry", "--plan", "--skip", "--only", "--typo", "--colour=red", "--parallelism", "--profile", "-q").Array[0, 8].Sample(
            words =>
            {
                var line = Parse(words);
                var said = string.Join(' ', line.Diagnostics);
                var known = new HashSet<string>(EngineOption.All.Select(option => option.Name).Concat(["--number", "--hurry", "--colour=red"]), StringComparer.Ordinal);
                foreach (var word in words.Where(word => !known.Contains(word)))
                {
                    var used = line.Targets.Contains(word) || line.Profiles.Contains(word) || (line.Skip?.Contains(word) ?? false)
                        || line.Values.Values.Any(values => values.Contains(word)) || line.Run.Parallelism.ToString(System.Globalization.CultureInfo.InvariantCulture) == word;
                    (used || said.Contains($"\"{word}\"", StringComparison.Ordinal)).ShouldBeTrue(word);
                }
            });

    static Gen<string> One(params string[] words) => Gen.Int[0, words.Length - 1].Select(index => words[index]);

    static CommandLine Parse(params string[] words) => CommandLineParser.Parse(words, Parameters);
}
