using Harvis.Generation.GitHubActions.Documents;
using Harvis.Generation.GitHubActions.Expressions;
using Harvis.Generation.GitHubActions.Jobs;
using Harvis.Generation.GitHubActions.Plans;
using Harvis.Generation.GitHubActions.Rules;
using Harvis.Generation.GitHubActions.Steps;
using Harvis.Generation.GitHubActions.Triggers;
using Harvis.Generation.Tests.GitHubActions.Plans;
using Harvis.Generation.Yaml;
using Shouldly;
using static Harvis.Generation.Tests.GitHubActions.Rules.Documents;

namespace Harvis.Generation.Tests.GitHubActions.Rules;

public sealed class GitHubWorkflowRulesTests
{
    static readonly WorkflowTrigger Tags = new WorkflowTrigger.Push { Tags = new NameFilter(["v*"]) };
    static readonly Expression Secret = Expression.Of("secrets.KEY");

    /// <summary>For each rule of the linters, documents that break it.</summary>
    static readonly (string Rule, int Code, Workflow Bad)[] Cases =
    [
        ("the script isn't a text", 2101, WithPart(("steps", new YamlList([YamlMap.Of(("run", YamlMap.Of(("echo \"Image", "x\""))))])))),
        ("template-injection", 2102, With(new RunStep(Template.Of("echo ", Expression.Of("github.event.head_commit.message"))))),
        ("template-injection", 2102, With(new RunStep(Template.Of("echo ", Expression.Of("github.head_ref"))))),
        ("template-injection", 2102, With(new RunStep(Template.Of("echo ", Expression.Of("matrix.node"))))),
        ("template-injection", 2102, With(new RunStep(Template.Of("echo ", Expression.Calling("format", new Expression.Text("{0}"), Expression.Of("inputs.reason")))))),
        ("template-injection", 2102, With(Uses("actions/github-script") with { Inputs = [("script", "x('${{ github.event.issue.title }}')")] })),
        ("template-injection", 2102, With(job => job with { Parts = [Step(("run", "echo ${{ github.event['comment'].body }}"))] })),
        ("github-env", 2102, With(new RunStep("echo \"X=$TITLE\" >> \"$GITHUB_ENV\""))),
        ("unpinned-uses", 2103, With(new UsesStep(new StepAction.Unpinned("actions/setup-node@v4")))),
        ("unpinned-uses", 2103, With(job => job with { Parts = [Step(("uses", "actions/setup-node@main"))] })),
        ("unpinned-uses", 2103, Good with { Jobs = [Called(new StepAction.Unpinned("a/b/.github/workflows/x.yml@main"))] }),
        ("ref-version-mismatch", 2103, With(new UsesStep(new StepAction.Unpinned($"actions/setup-node@{new string('a', 40)}")))),
        ("ref-version-mismatch", 2103, With(Uses("actions/cache"), Uses("actions/cache/restore", '2'))),
        ("ref-version-mismatch", 2103, With(Uses("actions/cache"), Uses("actions/cache", '1', "v2"))),
        ("unpinned-images", 2103, With(job => job with { Container = new JobContainer("debian:12") })),
        ("unpinned-images", 2103, With(job => job with { Services = [("db", new JobContainer("postgres:latest"))] })),
        ("unpinned-images", 2103, With(new UsesStep(new StepAction.Unpinned("docker://debian:12")))),
        ("unpinned-tools", 2103, With(Uses("aquasecurity/setup-trivy"))),
        ("unpinned-tools", 2103, With(Uses("actions/setup-node") with { Inputs = [("node-version", "latest")] })),
        ("excessive-permissions, Token-Permissions", 2104, Good with { Permissions = null }),
        ("excessive-permissions, Token-Permissions", 2104, Good with { Permissions = WorkflowPermissions.WriteAll }),
        ("excessive-permissions, Token-Permissions", 2104, Good with { Permissions = new WorkflowPermissions([new PermissionGrant("issues", true, "why")]) }),
        ("excessive-permissions, Token-Permissions", 2104, With(job => job with { Permissions = WorkflowPermissions.WriteAll })),
        ("undocumented-permissions", 2104, With(job => job with { Permissions = new WorkflowPermissions([new PermissionGrant("issues", true)]) })),
        ("overprovisioned-secrets, job_all_secrets", 2105, With(Environed(Expression.Calling("toJSON", Expression.Of("secrets"))))),
        ("overprovisioned-secrets, job_all_secrets", 2105, With(job => job with { Parts = [Step(("run", "x"), ("env", YamlMap.Of(("K", "${{ secrets[format('{0}', github.ref_name)] }}"))))] })),
        ("overprovisioned-secrets", 2105, With(job => job with { Environment = new JobEnvironment("e"), Variables = [("KEY", Secret)] })),
        ("overprovisioned-secrets", 2105, Good with { Variables = [("KEY", Secret)] }),
        ("unredacted-secrets", 2105, With(Environed(Expression.Calling("fromJSON", Secret)))),
        ("secrets-inherit", 2105, Good with { Jobs = [Called(new StepAction.Local(".github/workflows/x.yml")) with { InheritsSecrets = true }] }),
        ("secrets-outside-env", 2105, With(Environed(Secret))),
        ("hardcoded-container-credentials", 2105, With(job => job with { Container = new JobContainer($"debian@sha256:{new string('a', 64)}") { Credentials = new ContainerCredentials("me", "hunter2") } })),
        ("dangerous-triggers, Dangerous-Workflow", 2106, On(new WorkflowTrigger.PullRequestTarget())),
        ("dangerous-triggers, Dangerous-Workflow", 2106, On(new WorkflowTrigger.WorkflowRun(["Scan"]))),
        ("dangerous-triggers, Dangerous-Workflow", 2106, Good with { Parts = [YamlMap.Of(("on", YamlMap.Of(("pull_request_target", YamlMap.Of()))))] }),
        ("untrusted_checkout_exec, Dangerous-Workflow", 2106, UntrustedCheckout()),
        ("self-hosted-runner, pr_runs_on_self_hosted", 2106, With(job => job with { RunsOn = ["self-hosted", "gpu"] })),
        ("self-hosted-runner, pr_runs_on_self_hosted", 2106, With(job => job with { RunsOn = ["self-hosted"], If = Expression.Of("github.base_ref").Is("main") })),
        ("unsound-condition, if_always_true", 2107, WithPart(("if", "${{ github.ref == 'x' }} && github.actor == 'y'"))),
        ("unsound-condition, if_always_true", 2107, WithPart(("if", "${{ false }}\n"))),
        ("unsound-contains", 2107, With(job => job with { If = Expression.Calling("contains", new Expression.Text("refs/heads/main refs/heads/x"), Expression.Of("github.ref")) })),
        ("artipacked", 2108, With(Uses("actions/checkout"))),
        ("artipacked", 2108, With(Uses("actions/checkout") with { Inputs = [("persist-credentials", true)] })),
        ("cache-poisoning", 2108, With(Uses("actions/cache")) with { Triggers = [Tags] }),
        ("cache-poisoning", 2108, With(Uses("actions/setup-node") with { Inputs = [("cache", "npm")] }) with { Triggers = [new WorkflowTrigger.Event("release")] }),
        ("concurrency-limits", 2109, Good with { Concurrency = null }),
        ("insecure-commands", 2110, With(new RunStep("x") { Variables = [("ACTIONS_ALLOW_UNSECURE_COMMANDS", "true")] })),
        ("superfluous-actions", 2110, With(Uses("softprops/action-gh-release"))),
        ("use-trusted-publishing", 2110, With(job => job with { Environment = new JobEnvironment("e"), Steps = [new RunStep("dotnet nuget push *.nupkg") { Variables = [("KEY", Secret)] }] })),
        ("use-trusted-publishing", 2110, With(Uses("pypa/gh-action-pypi-publish") with { Inputs = [("password", "x")] })),
        ("may fail and the workflow succeeds", 2111, With(job => job with { ContinuesOnError = true })),
        ("may fail and the job succeeds", 2111, With(new RunStep("x") { ContinuesOnError = true })),
        ("the script ignores a failure", 2111, With(new RunStep("deploy || true"))),
        ("the script ignores a failure", 2111, With(new RunStep("curl -sS -X POST https://example.org"))),
        ("whatever became of the jobs before", 2111, With(job => job with { Environment = new JobEnvironment("prod"), If = Expression.Calling("always") })),
        ("may write \"packages\" and runs for pull requests", 2010, With(job => job with { Permissions = new WorkflowPermissions([new PermissionGrant("packages", true, "why")]) })),
        ("has an environment and runs for pull requests", 2010, With(job => job with { Environment = new JobEnvironment("prod") })),
        ("reads \"secrets.KEY\" and runs for pull requests", 2010, With(Environed(Secret))),
    ];

    public static TheoryData<int> Bad => [.. Enumerable.Range(0, Cases.Length)];

    [Theory]
    [MemberData(nameof(Bad))]
    public void Check_ABadDocument_IsFound(int index)
    {
        var (rule, code, bad) = Cases[index];
        GitHubWorkflowRules.Check(bad).ShouldContain(finding => finding.Code.Number == code && finding.Message.Contains(rule), $"{rule}\n{bad.ToText()}");
    }

    [Fact]
    public void Check_TheGoodDocument_FindsNothing() => GitHubWorkflowRules.Check(Good).ShouldBeEmpty();

    [Fact]
    public void Check_GeneratedDocuments_FindNothing()
    {
        foreach (var plan in new[] { SamplePlans.Library, SamplePlans.Delivery, SamplePlans.Called })
            GitHubWorkflowRules.Check(new GitHubWorkflow(plan, SamplePlans.DeliveryOptions with { Calls = [] }).Generate().Workflow).ShouldBeEmpty();
    }

    [Fact]
    public void Check_EveryBadDocument_HasOneLineOfGolden() =>
        WorkflowGolden.Match("rules.txt", string.Concat(Cases.SelectMany(one => GitHubWorkflowRules.Check(one.Bad)).Select(finding => finding.ToString()).Distinct().Order(StringComparer.Ordinal).Select(line => line + "\n")));

    [Theory]
    [InlineData("push")]
    [InlineData("schedule")]
    public void Check_OwnMachineThatPullRequestsCantReach_IsAllowed(string happened) => GitHubWorkflowRules.Check(With(job => job with
    {
        RunsOn = ["self-hosted"],
        If = Expression.All(new Expression.Not(Expression.Calling("cancelled")), Expression.Of("github.event_name").Is(happened)),
    })).ShouldBeEmpty();

    [Theory]
    [InlineData("curl --fail-with-body https://example.org")]
    [InlineData("curl -sSfL https://example.org")]
    [InlineData("echo \"${{ github.run_id }} ${{ '${{' }}\"")]
    public void Check_ASoundScript_IsAllowed(string script) => GitHubWorkflowRules.Check(With(job => job with { Parts = [Step(("run", script))] })).ShouldBeEmpty();

    static RunStep Environed(Expression value) => new("./build.sh Push --only") { Variables = [("HARVIS_KEY", value)] };

    static CalledJob Called(StepAction workflow) => new() { Id = "call", Uses = workflow, Permissions = WorkflowPermissions.None };

    static Workflow UntrustedCheckout() => On(new WorkflowTrigger.PullRequestTarget()) with
    {
        Jobs = [Job with { Steps = [Uses("actions/checkout") with { Inputs = [("persist-credentials", false), ("ref", "${{ github.event.pull_request.head.sha }}")] }, new RunStep("make")] }],
    };
}
