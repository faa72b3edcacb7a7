using Harvis.Generation.GitHubActions;
using Harvis.Generation.GitHubActions.Additions;
using Harvis.Generation.GitHubActions.Pins;
using Harvis.Generation.GitHubActions.Plans;
using Harvis.Generation.Yaml;
using Harvis.Model.Ci;
using Harvis.Model.Diagnostics;
using Harvis.Model.Runners;
using Harvis.Model.Triggers;
using Shouldly;
using static Harvis.Generation.Tests.GitHubActions.Plans.SamplePlans;

namespace Harvis.Generation.Tests.GitHubActions.Plans;

/// <summary>What a plan can say and a workflow can't is refused, never approximated.</summary>
public sealed class GitHubDiagnosticTests
{
    static readonly (DiagnosticCode Code, CiPlan Plan, GitHubWorkflowOptions Options)[] Cases =
    [
        (GitHubCodes.PathsDiffer, Plan(Job("Backend", [Trigger.Push("main").For("backend/**")]), Job("Frontend", [Trigger.Push("main").For("frontend/**")])), Options()),
        (GitHubCodes.PathsDiffer, Plan(Job("Backend", [Trigger.Push("main").For("backend/**"), Trigger.Push("develop")])), Options()),
        (GitHubCodes.NamesDiffer, Plan(Job("Deploy", [Trigger.Push("release/*")]), Job("Test", [Trigger.Push("**")])), Options()),
        (GitHubCodes.CaseIgnored, Plan(Job("Deploy", [Main]), Job("Test", [Main, Trigger.Push()])), Options()),
        (GitHubCodes.MissingPin, Plan(Job("Compile", [Main])), Options() with { Pins = ActionPins.Empty }),
        (GitHubCodes.ConflictingPart, Plan(Job("Compile", [Main]) with { Extensions = [new GitHubJobPart(YamlMap.Of(("timeout-minutes", 999)))] }), Options()),
        (GitHubCodes.ConflictingPart, Plan(Job("Compile", [Main])), Options() with { Parts = [new GitHubWorkflowPart(YamlMap.Of(("name", "Other")))] }),
        (GitHubCodes.ExpressionInText, Plan(Job("Compile", [Main])) with { Name = "CI ${{ github.actor }}" }, Options()),
        (GitHubCodes.UnknownRunner, Plan(Job("Compile", [Main]) with { Runner = new RunnerNode("big") { Host = "", IsHosted = true } }), Options()),
        (GitHubCodes.MatrixTooLarge, Plan(Job("Images", [Main]) with { Legs = [.. Enumerable.Range(0, 257).Select(item => new CiLeg($"{item}", $"Images:{item}"))] }), Options()),
        (GitHubCodes.NameTaken, Plan(Job("Compile", [Main]), Job("compile", [Main])), Options()),
        (GitHubCodes.UnknownJob, Plan(Job("Compile", [Main]), Job("Test", [Main], "Comple")), Options()),
        (GitHubCodes.UnknownJob, Plan(Job("Compile", [Main]), Job("Test", [Main]) with { Activations = [new CiActivation([Main], new CiRule.Failed("Compile"))] }), Options()),
        (GitHubCodes.PublishingFromPullRequest, Plan(Job("Push", [Request]) with { Permissions = [Harvis.Model.Targets.Permission.WritePackages] }), Options()),
        (GitHubCodes.UntrustedCode, Plan(Job("Compile", [Request]) with { Runner = new RunnerNode("node1") { Host = "pop-os" } }), Options()),
        (GitHubCodes.UntrustedText, Plan(Job("Compile", [Main]) with { Extensions = [new GitHubJobPart(YamlMap.Of(("steps", new YamlList([YamlMap.Of(("run", "echo ${{ github.head_ref }}"))]))))] }), Options()),
    ];

    public static TheoryData<int> Refused => [.. Enumerable.Range(0, Cases.Length)];

    [Theory]
    [MemberData(nameof(Refused))]
    public void Generate_WhatGitHubCantSay_IsFound(int index)
    {
        var (code, plan, options) = Cases[index];
        var generation = new GitHubWorkflow(plan, options).Generate();
        generation.Diagnostics.ShouldContain(finding => finding.Code == code);
        (generation.File is null).ShouldBe(generation.Diagnostics.Any(finding => finding.Severity == DiagnosticSeverity.Error));
    }

    [Fact]
    public void Generate_EveryRefusal_IsTheGolden() => WorkflowGolden.Match("refusals.txt", string.Concat(Cases.SelectMany(one => new GitHubWorkflow(one.Plan, one.Options).Generate().Diagnostics).Distinct().Select(finding => $"{finding}\n")));

    [Fact]
    public void Generate_SamePathsEverywhere_IsOneFilter()
    {
        var file = new GitHubWorkflow(Plan(Job("A", [Trigger.Push("main").For("src/c++/**")]), Job("B", [Trigger.Push("develop").For("src/c++/**")])), Options()).Generate().File.ShouldNotBeNull();
        file.Text.ShouldContain("paths:\n      - \"src/c\\\\+\\\\+/**\"\n");
        file.Text.ShouldContain("if: \"${{ !cancelled() && github.ref_name == 'main' }}\"".Replace("&& github", "&& github.event_name == 'push' && github", StringComparison.Ordinal));
    }
}
