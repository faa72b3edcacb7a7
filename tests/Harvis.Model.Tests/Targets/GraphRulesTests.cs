using Harvis.Model.Diagnostics;
using Harvis.Model.Targets;
using Shouldly;

namespace Harvis.Model.Tests.Targets;

/// <summary>Every rule of a graph: what it refuses, word for word, and what it doesn't.</summary>
public sealed class GraphRulesTests
{
    static readonly Resource Memory = new("memory", 16);

    static readonly TargetNode Build = Node("Build") with { Produces = ["out/*"] };

    public static TheoryData<TargetNode, string> Mistakes => new()
    {
        { Node("Test") with { DependsOn = ["Biuld"] }, "HRV1002 build/Build.cs:7: Target \"Test\" depends on \"Biuld\", which is not declared. Did you mean \"Build\"? Targets: Build, Test." },
        { Node("Test") with { After = ["Zzz"] }, "HRV1002 build/Build.cs:7: Target \"Test\" comes after \"Zzz\", which is not declared. Targets: Build, Test." },
        { Node("Test") with { Before = ["Buil"] }, "HRV1002 build/Build.cs:7: Target \"Test\" comes before \"Buil\", which is not declared. Did you mean \"Build\"? Targets: Build, Test." },
        { Node("Test") with { Triggers = ["Zzz"] }, "HRV1002 build/Build.cs:7: Target \"Test\" triggers \"Zzz\", which is not declared. Targets: Build, Test." },
        { Node("Test") with { Consumes = [new ConsumedFiles("Zzz", [])] }, "HRV1002 build/Build.cs:7: Target \"Test\" consumes files of \"Zzz\", which is not declared. Targets: Build, Test." },
        { Node("BUILD"), "HRV1004 build/Build.cs:7: There are two targets or items named \"BUILD\" (case doesn't count). Rename one of them." },
        { Node("Test") with { Uses = [new ResourceUse(Memory, 24)] }, "HRV1005 build/Build.cs:7: Target \"Test\" uses 24 of resource \"memory\", of which there are 16. Use 1 to 16, or raise the resource's capacity." },
        { Node("Test") with { Uses = [new ResourceUse(Memory, 0)] }, "HRV1005 build/Build.cs:7: Target \"Test\" uses 0 of resource \"memory\", of which there are 16. Use 1 to 16, or raise the resource's capacity." },
        { Node("Test") with { Consumes = [new ConsumedFiles("Test", [])] }, "HRV1006 build/Build.cs:7: Target \"Test\" consumes files of \"Test\", which produces none. Add Produces(…) to \"Test\" or remove Consumes(…)." },
        { Node("Test") with { Outputs = ["out/**"] }, "HRV1008 build/Build.cs:7: Target \"Test\" has Outputs but no Inputs, so nobody can say when they are out of date. Add Inputs(…), or use Produces(…) for files that are only handed on." },
    };

    [Theory]
    [MemberData(nameof(Mistakes), DisableDiscoveryEnumeration = true)]
    public void Check_Mistake_IsRefusedWithCodePlaceAndRemedy(TargetNode wrong, string refusal) =>
        GraphRules.Check(new TargetGraph([Build, wrong])).Select(diagnostic => diagnostic.ToString()).ShouldBe([refusal]);

    [Fact]
    public void Check_NothingWrong_IsSilent() => GraphRules.Check(new TargetGraph(
    [
        Build,
        Node("Test") with
        {
            DependsOn = ["build"], // case doesn't count
            After = ["Build"],
            Before = ["Deploy"],
            Triggers = ["Deploy"],
            Uses = [new ResourceUse(Memory, 16), new ResourceUse(new Resource("gpu"))],
            Consumes = [new ConsumedFiles("Build", ["out/a"])],
            Inputs = new NodeInputs(["src/**"], [], []),
            Outputs = ["bin/**"],
        },
        Node("Deploy"),
    ])).ShouldBeEmpty();

    [Fact]
    public void Check_Cycle_IsNoRuleOfTheGraph() =>
        GraphRules.Check(new TargetGraph([Node("A") with { DependsOn = ["B"] }, Node("B") with { DependsOn = ["A"] }])).ShouldBeEmpty("It matters only where a plan meets it.");

    [Fact]
    public void Check_SeveralMistakes_GivesAllDuplicatesFirstThenInOrderOfDeclaration()
    {
        var found = GraphRules.Check(new TargetGraph(
        [
            Node("A") with { DependsOn = ["X", "Y"], Outputs = ["o"] },
            Node("B") with { Triggers = ["X"], Uses = [new ResourceUse(Memory, 17)] },
            Node("a"),
        ]));

        found.Select(diagnostic => diagnostic.Code).ShouldBe(
        [
            DiagnosticCodes.DuplicateName, DiagnosticCodes.UnknownReference, DiagnosticCodes.UnknownReference, DiagnosticCodes.OutputsWithoutInputs,
            DiagnosticCodes.UnknownReference, DiagnosticCodes.ResourceTooSmall,
        ]);
    }

    [Fact]
    public void Check_UnknownName_ListsTargetsNotTheirItems()
    {
        var item = Node("Push:api") with { Target = "Push", Item = "api" };
        var found = GraphRules.Check(new TargetGraph([item, Node("Push") with { Joins = ["Push:api"], DependsOn = ["Push:api", "Pusch"] }])).Single();

        found.Remedy.ShouldBe("Did you mean \"Push\"? Targets: Push.");
    }

    static TargetNode Node(string name) => new() { Name = name, Target = name, Location = new SourceLocation("build/Build.cs", 7) };
}
