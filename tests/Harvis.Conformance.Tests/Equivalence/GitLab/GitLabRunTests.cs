using Harvis.Conformance.Tests.Equivalence.GitLab.Conditions;
using Harvis.Model.Ci;
using Harvis.Model.Versions;
using Shouldly;

namespace Harvis.Conformance.Tests.Equivalence.GitLab;

/// <summary>The documented examples.</summary>
public sealed class GitLabRunTests
{
    static readonly CiEvent Main = new CiEvent.Push { Ref = GitRef.OfBranch("main"), ChangedPaths = ["docs/a/b.md"] };

    // https://docs.gitlab.com/ci/jobs/job_rules/#cicd-variable-expressions
    [Theory]
    [InlineData("$VARIABLE == \"some value\"", true)]
    [InlineData("$VARIABLE != 'some value'", false)]
    [InlineData("$VARIABLE == null", false)]
    [InlineData("$MISSING == null", true)]
    [InlineData("$EMPTY == \"\"", true)]
    [InlineData("$EMPTY == null", false)]
    [InlineData("$MISSING == \"\"", false)]
    [InlineData("$VARIABLE", true)]
    [InlineData("$EMPTY", false)]
    [InlineData("$VARIABLE =~ /^some/", true)]
    [InlineData("$VARIABLE =~ /^SOME/", false)]
    [InlineData("$VARIABLE =~ /^SOME/i", true)]
    [InlineData("$VARIABLE !~ /other$/", true)]
    [InlineData("$MISSING =~ /^x/", false)]
    [InlineData("$VARIABLE =~ $PATTERN", true)]
    [InlineData("$BRANCH =~ /^feature\\/.*$/", true)]
    [InlineData("$VARIABLE =~ /^\\x{73}ome/", true)]
    [InlineData("$EMPTY && $VARIABLE || $BRANCH", true)]
    [InlineData("$EMPTY && ($VARIABLE || $BRANCH)", false)]
    public void Holds_Condition_AsDocumented(string condition, bool holds) => new Evaluation(new Dictionary<string, string>
    {
        ["VARIABLE"] = "some value", ["EMPTY"] = "", ["PATTERN"] = "/value$/", ["BRANCH"] = "feature/one",
    }).Holds(condition).ShouldBe(holds);

    [Theory]
    [InlineData("$A == ")]
    [InlineData("$A && && $B")]
    [InlineData("A == \"x\"")]
    [InlineData("!$A")]
    public void Parse_BrokenCondition_IsRefused(string condition) => Should.Throw<Exception>(() => Parser.Parse(condition)).ShouldBeOfType<FormatException>();

    [Fact]
    public void Of_FailedJob_DependentsRunByTheirWhen() => Outcomes("""
        stages: [build, test]
        a: {stage: build}
        b: {stage: test, needs: [a]}
        c: {stage: test, needs: [a], when: always}
        d: {stage: test, needs: [a], when: on_failure}
        e: {stage: test, needs: [b]}
        f: {stage: test, needs: [b], when: always}
        g: {stage: test, needs: [a, b], when: on_failure}
        h: {stage: test}
        """, Main, "a").ShouldBe("a failed, b skipped, c succeeded, d succeeded, e skipped, f succeeded, g skipped, h skipped");

    [Fact]
    public void Of_FailureAllowed_GoesOn() => Outcomes("""
        stages: [build, test]
        a: {stage: build, allow_failure: true}
        b: {stage: test, needs: [a]}
        c: {stage: test}
        """, Main, "a").ShouldBe("a failed, b succeeded, c succeeded");

    [Fact]
    public void Of_NobodyStartsByHand_WhatNeedsItIsSkipped()
    {
        var document = YamlTree.ReadMap("""
            stages: [build, deploy]
            a: {stage: build, when: manual}
            b: {stage: deploy, needs: [a]}
            c: {stage: deploy}
            """);

        GitLabRun.Of(document, Main, _ => true, startsByHand: false).Started.ShouldBe(["c"]);
        GitLabRun.Of(document, Main, _ => true).Started.ShouldBe(["a", "b", "c"]);
    }

    [Fact]
    public void Of_OptionalNeedThatIsntThere_IsLeftOut()
    {
        const string Document = """
            stages: [test]
            a: {stage: test, rules: [{if: '$CI_COMMIT_TAG'}]}
            b: {stage: test, needs: [{job: a, optional: true}]}
            """;

        Outcomes(Document, Main).ShouldBe("b succeeded");
        Should.Throw<FormatException>(() => Outcomes(Document.Replace(", optional: true", "", StringComparison.Ordinal), Main)).Message.ShouldContain("does not exist in the pipeline");
    }

    [Theory]
    [InlineData("[{if: $CI_COMMIT_BRANCH}]", true)]
    [InlineData("[{if: $CI_COMMIT_BRANCH, when: never}, {when: always}]", false)]
    [InlineData("[{if: $CI_COMMIT_TAG}]", false)]
    [InlineData("[{if: $CI_COMMIT_BRANCH, changes: ['docs/**/*']}]", true)]
    [InlineData("[{changes: {paths: ['docs/*']}}]", false)]
    [InlineData("[{changes: ['**/*.md']}]", true)]
    [InlineData("[]", false)]
    public void Of_Rules_FirstThatHoldsDecides(string rules, bool runs) =>
        Outcomes($"stages: [test]\na: {{stage: test, rules: {rules}}}", Main).ShouldBe(runs ? "a succeeded" : "");

    [Fact]
    public void Of_WorkflowRules_DecideWhetherThereIsAPipelineAndSetVariables()
    {
        const string Document = """
            workflow:
              rules:
                - if: $CI_COMMIT_BRANCH == "main"
                  variables: {WHERE: staging}
            stages: [test]
            a: {stage: test, rules: [{if: '$WHERE == "staging"'}]}
            """;

        Outcomes(Document, Main).ShouldBe("a succeeded");
        Outcomes(Document, new CiEvent.Push { Ref = GitRef.OfBranch("other") }).ShouldBe("");
    }

    [Fact]
    public void Of_Matrix_RunsEveryCombination()
    {
        var legs = new List<string>();
        var document = YamlTree.ReadMap("stages: [test]\na: {stage: test, parallel: {matrix: [{A: [x, y], B: [1, 2]}, {A: z}]}}");

        GitLabRun.Of(document, Main, started => { legs.Add(string.Concat(started.Variables.Values)); return true; });

        legs.ShouldBe(["x1", "x2", "y1", "y2", "z"]);
    }

    static string Outcomes(string document, CiEvent happened, params string[] failing)
    {
        var run = GitLabRun.Of(YamlTree.ReadMap(document), happened, started => !failing.Contains(started.Leg.Job));
        return string.Join(", ", run.Outcomes.Select(outcome => $"{outcome.Key} {outcome.Value.ToString().ToLowerInvariant()}"));
    }
}
