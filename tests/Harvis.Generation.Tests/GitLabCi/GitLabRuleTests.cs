using Harvis.Generation.GitLabCi;
using Harvis.Generation.GitLabCi.Parts;
using Harvis.Generation.GitLabCi.Syntax;
using Harvis.Generation.Yaml;
using Harvis.Model.Ci;
using Harvis.Model.Environments;
using Harvis.Model.Images;
using Harvis.Model.Runners;
using Harvis.Model.Targets;
using Harvis.Model.Triggers;
using Shouldly;

namespace Harvis.Generation.Tests.GitLabCi;

/// <summary>Whatever GitLab refuses, or does without saying that it is unsafe, is refused here with a golden text.</summary>
public sealed class GitLabRuleTests
{
    static readonly DeliveryEnvironment Production = new("prod") { RequiresApproval = true };

    static readonly Dictionary<string, (CiPlan Plan, GitLabPipelineOptions Options)> Cases = new()
    {
        ["HRV2300"] = (WithPart(("script", new YamlList([YamlMap.Of(("echo \"Image", (YamlNode)"x\"")), 1, true, new YamlList(["fine"])]))), new()),
        ["HRV2301"] = (WithPart(("image", (YamlNode)"docker:latest"), ("services", new YamlList(["postgres:17", YamlMap.Of(("name", (YamlNode)"redis"))])), ("script", YamlList.Of(["true"]))), new()),
        ["HRV2302"] = (Plans.Of(Plans.Job("Build") with { Extensions = [new GitLabComponent("gitlab.com/components/sast/sast", "~latest"), new GitLabComponent("gitlab.com/components/sast/sast", "2")] }), new()
        {
            Includes = [new GitLabInclude.Project("group/shared", "main", "/a.yml"), new GitLabInclude.Remote(new Uri("https://example.com/a.yml"), ""), new GitLabInclude.Template("Jobs/SAST.gitlab-ci.yml"), new GitLabInclude.Local("ci/more.yml")],
        }),
        ["HRV2303"] = (Plans.Of(Plans.Job("Test") with
        {
            Services = [new CiService("database") { Image = Plans.Pinned, Variables = new Dictionary<string, string> { ["POSTGRES_PASSWORD"] = "hunter2", ["POSTGRES_DB"] = "x" } }],
            Extensions = [new GitLabJobPart(YamlMap.Of(("variables", YamlMap.Of(("API_TOKEN", (YamlNode)"abc"), ("OTHER_TOKEN", (YamlNode)"$VAULT_TOKEN"), ("TOKEN_URL", (YamlNode)"https://x")))))],
        }), new()),
        ["HRV2304"] = (WithPart(("script", YamlList.Of(
        [
            "echo $CI_COMMIT_MESSAGE", "echo \"$(echo ${CI_COMMIT_REF_NAME%%/*})\"", "bash -c \"echo '$CI_MERGE_REQUEST_TITLE'\"",
            "echo \"$CI_COMMIT_TITLE\"", "echo '$CI_COMMIT_TITLE'", "echo $CI_COMMIT_SHA", "echo \\$CI_COMMIT_TITLE",
        ]))), new()),
        ["HRV2305"] = (Plans.Of(Plans.Job("Build") with { Extensions = [new GitLabJobPart(YamlMap.Of(("script", YamlList.Of(["true"])), ("needs", new YamlList([])))), new GitLabPipelinePart(YamlMap.Of(("stages", YamlList.Of(["x"])), ("Build", YamlMap.Of())))] }), new()),
        ["HRV2306"] = (Plans.Of(Plans.Matrix("Build", 51), Plans.Job("Join", "Build")), new()),
        ["HRV2307"] = (Plans.Of(Plans.Job("A"), Plans.Job("B", "A") with { Stage = Stages.Test }, Plans.Job("C", "B")), new()),
        ["HRV2308"] = (Plans.Of(Plans.Job("Build") with { Runner = new RunnerNode("node3") { Host = "three" } }, Plans.Job("Mac") with { Runner = HostedRunners.MacOS }), new() { HostedRunnerTags = new Dictionary<string, IReadOnlyList<string>>() }),
        ["HRV2309"] = (Plans.Of(Plans.Job("Sign") with { Permissions = [Permission.IdentityToken] }), new()),
        ["HRV2310"] = (Plans.Of(Plans.Job("Build"), Plans.With("Deploy", [Trigger.Push("main")], CiRule.Always, "Build") with { Environment = Production }), new()),
        ["HRV2311"] = (Plans.Of(Plans.Job("Build") with { Cache = new CiCache("Build", ["a", "b", "c"], ["x"]) }), new()),
        ["HRV2312"] = (WithPart(("script", YamlList.Of(["make"]))), new() { StartedFromOutside = true }),
        ["HRV2313"] = (Plans.Of(Plans.Job("StopProd") with { Environment = new DeliveryEnvironment("prod") }), new() { Environments = new Dictionary<string, GitLabEnvironmentOptions> { ["prod"] = new() { StopJob = "StopPro" } } }),
    };

    public static TheoryData<string> Codes => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Generate_WhatIsUnsafeOrRefused_IsADiagnosticWithGoldenText(string code)
    {
        var (plan, options) = Cases[code];

        var diagnostics = GitLabPipeline.Generate(plan, options).Diagnostics;

        diagnostics.ShouldNotBeEmpty();
        diagnostics.ShouldAllBe(diagnostic => diagnostic.Code.ToString() == code);
        Golden.Match($"{code}.txt", string.Concat(diagnostics.Select(diagnostic => $"{diagnostic.Severity}: {diagnostic}\n")));
    }

    [Fact]
    public void Generate_OutsideStartOnWindows_IsRefused()
    {
        var plan = Plans.Of(Plans.Job("Build") with { Runner = HostedRunners.Windows });

        GitLabPipeline.Generate(plan, new() { StartedFromOutside = true }).Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(GitLabCodes.OtherCommit);
    }

    [Fact]
    public void Generate_PartThatTakesTheCheckoutAway_IsRefused()
    {
        var plan = Plans.Of(Plans.Job("Build") with { Extensions = [new GitLabJobPart(YamlMap.Of(("variables", YamlMap.Of(("GIT_STRATEGY", (YamlNode)"none")))))] });

        GitLabPipeline.Generate(plan, new() { StartedFromOutside = true }).Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(GitLabCodes.OtherCommit);
    }

    static CiPlan WithPart(params IReadOnlyList<(string, YamlNode?)> keywords) =>
        Plans.Of(Plans.Job("Build") with { Extensions = [new GitLabPipelinePart(YamlMap.Of(("lint", YamlMap.Of([("stage", "build"), .. keywords]))))] });
}
