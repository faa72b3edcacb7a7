using Harvis.Engine.Dsl;
using Harvis.Engine.Tests.Commands;
using Harvis.Model.Images;
using Harvis.Model.Targets;
using Shouldly;
using Xunit;

namespace Harvis.Engine.Tests.Dsl;

/// <summary>What a build says wrong of itself is refused before anything runs.</summary>
public sealed class BrokenBuildTests
{
    [Fact]
    public void Graph_WithMistakes_SaysThemAll() =>
        GraphBuilder.Build(new Mistakes()).Diagnostics.Select(diagnostic => diagnostic.ToString()).ShouldBe(
            [
                "HRV1009: The definition of target \"Throws\" fails: no file here A definition only declares; move what can fail into Executes(…).",
                "HRV1009: The definition of target \"Null\" fails: it is null. A definition only declares; move what can fail into Executes(…).",
                "HRV1004: There are two targets or items named \"twice\" (case doesn't count). Rename one of them.",
                "HRV1002: Target \"Lost\" depends on \"Complie\", which is not declared. Did you mean \"Compile\"? Targets: Compile, Lost, Greedy, Takes, Stale, Twice, twice.",
                "HRV1005: Target \"Greedy\" uses 2 of resource \"gpu\", of which there are 1. Use 1 to 1, or raise the resource's capacity.",
                "HRV1006: Target \"Takes\" consumes files of \"Compile\", which produces none. Add Produces(…) to \"Compile\" or remove Consumes(…).",
                "HRV1008: Target \"Stale\" has Outputs but no Inputs, so nobody can say when they are out of date. Add Inputs(…), or use Produces(…) for files that are only handed on.",
            ],
            ignoreOrder: true);

    [Fact]
    public void DependentFor_ATargetThatIsNone_IsRefused() =>
        GraphBuilder.Build(new Stranger()).Diagnostics.ShouldContain(diagnostic =>
            diagnostic.ToString().StartsWith("HRV1002: Target \"Mine\" names \"a target that is no property of the build\", which is not declared."));

    [Fact]
    public async Task Build_WhoseFieldHasABadValue_IsRefusedWithThePlace()
    {
        using var command = new Command();
        var end = await command.RunAsync<BadField>("Show");
        end.ExitCode.ShouldBe(2);
        end.Diagnostic.ShouldStartWith("HRV1010 BrokenBuildTests.cs:100: The build can't be made: \"localhost:5000/Web\" isn't an image reference:");
    }

    [Fact]
    public async Task Build_WhoseStaticValuesAreBad_IsRefusedWithTheCause()
    {
        using var command = new Command();
        var end = await command.RunAsync<BadStatic>("Show");
        end.ExitCode.ShouldBe(2);
        end.Diagnostic.ShouldStartWith("HRV1009: The definition of target \"Show\" fails: \"localhost:5000/Web\" isn't an image reference:");
    }

    [Fact]
    public async Task Build_WhoseTargetsInCodeThrow_IsRefused()
    {
        using var command = new Command();
        var end = await command.RunAsync<BadTargets>("Show");
        end.ExitCode.ShouldBe(2);
        end.Diagnostic.ShouldStartWith("HRV1010 BrokenBuildTests.cs:114: The build can't be made: no names");
    }

    [Fact]
    public async Task Build_WithMistakes_RunsNothing()
    {
        using var command = new Command();
        var end = await command.RunAsync<Mistakes>("Compile");
        (end.ExitCode, end.Summary).ShouldBe((2, null));
    }

    sealed class Mistakes : HarvisBuild
    {
        static readonly Resource Gpu = new("gpu");

        Target Compile => _ => _;

        Target Lost => _ => _.DependsOn("Complie");

        Target Greedy => _ => _.Uses(Gpu, 2);

        Target Takes => _ => _.Consumes(Compile, "x");

        Target Stale => _ => _.Outputs("x");

        Target Throws => _ => throw new IOException("no file here");

        Target Null => null!;

        protected internal override void DefineTargets(TargetCollection targets)
        {
            targets.Add("Twice", _ => _);
            targets.Add("twice", _ => _);
        }
    }

    sealed class Stranger : HarvisBuild
    {
        Target Mine => _ => _.DependentFor((Target)(_ => _));
    }

    // Its place is what the diagnostic names.
    sealed class BadField : HarvisBuild
    {
        readonly ImageReference _image = ImageReference.Parse("localhost:5000/Web");

        Target Show => _ => _.Executes(() => Console.WriteLine(_image));
    }

    sealed class BadStatic : HarvisBuild
    {
        Target Show => _ => _.Description(BadValues.Image.ToString());
    }

    sealed class BadTargets : HarvisBuild
    {
        Target Show => _ => _;

        protected internal override void DefineTargets(TargetCollection targets) => throw new IOException("no names");
    }

    static class BadValues
    {
        public static readonly ImageReference Image = ImageReference.Parse("localhost:5000/Web");
    }
}
