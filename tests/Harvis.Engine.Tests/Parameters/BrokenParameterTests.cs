using Harvis.Engine.Dsl;
using Harvis.Engine.Parameters;
using Harvis.Engine.Tests.Commands;
using Harvis.Model.Names;
using Harvis.Model.Secrets;
using Shouldly;
using Xunit;

namespace Harvis.Engine.Tests.Parameters;

public sealed class BrokenParameterTests
{
    [Fact]
    public async Task Declarations_ThatCannotWork_AreAllRefused()
    {
        using var command = new Command();
        var end = await command.RunAsync<BrokenBuild>("Show");
        end.ExitCode.ShouldBe(2);
        end.Diagnostics.Select(diagnostic => diagnostic.ToString()).ShouldBe(
            [
                "HRV1107: Parameter \"--git-ref\" is declared twice. Rename one of the members.",
                "HRV1107: Parameter \"Fixed\" is a property that can't be set. Add a setter, or make it a field.",
                "HRV1107: Parameter \"Printable\" is a secret of type String, which can be printed. Give it the type Secret.",
                "HRV1107: Parameter \"Wrong\" is a secret declared with [Parameter]. Declare it with [Secret].",
                "HRV1107: Parameter \"Thing\" has the type Object, which no text can be read as. Name its values with Values = nameof(…), or give the type a static Parse.",
                "HRV1107: Parameter \"Size\" has the type Size, which no text can be read as. Name its values with Values = nameof(…), or give the type a static Parse.",
            ],
            ignoreOrder: true);
    }

    [Theory]
    [InlineData("GitLabToken", "git-lab-token", "HARVIS_GIT_LAB_TOKEN")]
    [InlineData("URL", "url", "HARVIS_URL")]
    [InlineData("BaseURLOfCI", "base-url-of-ci", "HARVIS_BASE_URL_OF_CI")]
    [InlineData("Node1Host", "node1-host", "HARVIS_NODE1_HOST")]
    [InlineData("with_underscore", "with-underscore", "HARVIS_WITH_UNDERSCORE")]
    public void Name_InOtherForms_IsSplitAtWords(string name, string kebab, string variable)
    {
        ParameterName.Kebab(name).ShouldBe(kebab);
        ParameterName.Variable(name).ShouldBe(variable);
        ParameterName.Same(kebab, name).ShouldBeTrue();
    }

    sealed class BrokenBuild : HarvisBuild
    {
        [Parameter] readonly string GitRef = "";
        [Parameter(Name = "git-ref")] readonly string _again = "";
        [Secret] readonly string Printable = "";
        [Parameter] readonly Secret? Wrong;
        [Parameter] readonly object Thing = new();
        [Parameter(Values = "Nowhere")] readonly Size Size = Size.Small;

        [Parameter] string Fixed => "";

        Target Show => _ => _.Executes(() => Console.WriteLine($"{GitRef}{_again}{Printable}{Wrong}{Thing}{Size}{Fixed}"));
    }
}
