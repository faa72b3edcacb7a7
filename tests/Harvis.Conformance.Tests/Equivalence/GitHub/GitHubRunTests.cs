using Harvis.Model.Ci;
using Harvis.Model.Versions;
using Shouldly;

namespace Harvis.Conformance.Tests.Equivalence.GitHub;

/// <summary>The documented examples.</summary>
public sealed class GitHubRunTests
{
    static readonly CiEvent Main = new CiEvent.Push { Ref = GitRef.OfBranch("main") };

    // https://docs.github.com/actions/how-tos/write-workflows/choose-what-workflows-do/use-jobs#requiring-successful-dependent-jobs
    [Theory]
    [InlineData("", "", "job1 failed, job2 skipped, job3 skipped")]
    [InlineData("if: always()", "", "job1 failed, job2 succeeded, job3 skipped")]
    [InlineData("if: always()", "if: ${{ !cancelled() && needs.job2.result == 'success' }}", "job1 failed, job2 succeeded, job3 succeeded")]
    [InlineData("if: failure()", "if: failure()", "job1 failed, job2 succeeded, job3 succeeded")]
    [InlineData("if: github.ref == 'refs/heads/main'", "", "job1 failed, job2 skipped, job3 skipped")]
    public void Of_FailedJob_DependentsRunByTheirConditions(string second, string third, string expected) => Outcomes($$$"""
        on: push
        jobs:
          job1: {steps: []}
          job2:
            needs: job1
            {{{second}}}
          job3:
            needs: [job2]
            {{{third}}}
        """, Main, "job1").ShouldBe(expected);

    [Fact]
    public void Of_SkippedAncestor_SkipsWhatAsksNoStatus() => Outcomes("""
        on: push
        jobs:
          a: {if: false}
          b: {needs: a, if: always()}
          c: {needs: b}
        """, Main).ShouldBe("a skipped, b succeeded, c skipped");

    [Theory]
    [InlineData("on: [push]", "main", null, true)]
    [InlineData("on: pull_request", "main", null, false)]
    [InlineData("on: {push: {branches: [main, 'releases/**']}}", "releases/10/rc", null, true)]
    [InlineData("on: {push: {branches: ['releases/*']}}", "releases/10/rc", null, false)]
    [InlineData("on: {push: {branches: ['releases/**', '!releases/**-alpha']}}", "releases/10-alpha", null, false)]
    [InlineData("on: {push: {tags: ['v*']}}", "main", null, false)]
    [InlineData("on: {push: {tags: ['v*']}}", null, "v1", true)]
    [InlineData("on: {push: {branches: [main]}}", null, "v1", false)]
    [InlineData("on: {push: {branches-ignore: ['dev*']}}", "develop", null, false)]
    [InlineData("on: {push: {paths: ['docs/**']}}", "main", null, true)]
    [InlineData("on: {push: {paths: ['src/**', '*.js']}}", "main", null, false)]
    public void Of_Filters_StartWhatTheyMean(string on, string? branch, string? tag, bool starts)
    {
        CiEvent happened = tag is null
            ? new CiEvent.Push { Ref = GitRef.OfBranch(branch!), ChangedPaths = ["docs/a/b.md"] }
            : new CiEvent.TagPush { Ref = GitRef.OfTag(tag), ChangedPaths = ["docs/a/b.md"] };

        (Outcomes($"{on}\njobs: {{a: {{}}}}", happened).Length > 0).ShouldBe(starts);
    }

    [Fact]
    public void Of_Matrix_RunsEveryCombinationAndWhatIsIncluded()
    {
        var legs = new List<string>();
        var document = YamlTree.ReadMap("""
            on: push
            jobs:
              a:
                strategy:
                  matrix: {os: [x, y], version: [1, 2], exclude: [{os: y, version: 2}], include: [{os: x, more: yes}, {os: z}]}
            """);

        GitHubRun.Of(document, Main, started => { legs.Add(started.Leg.Matrix.ToJsonString()); return true; });

        legs.ShouldBe(["""{"os":"x","version":1,"more":"yes"}""", """{"os":"x","version":2,"more":"yes"}""", """{"os":"y","version":1}""", """{"os":"z"}"""]);
    }

    [Fact]
    public void Of_ManualStart_TakesDefaultsForWhatIsntChosen() => Outcomes("""
        on: {workflow_dispatch: {inputs: {where: {default: staging}, how: {}}}}
        jobs:
          a: {if: inputs.where == 'staging' && inputs.how == 'fast'}
        """, new CiEvent.Manual(new Dictionary<string, string> { ["how"] = "fast" }) { Ref = GitRef.OfBranch("main") }).ShouldBe("a succeeded");

    static string Outcomes(string workflow, CiEvent happened, params string[] failing)
    {
        var run = GitHubRun.Of(YamlTree.ReadMap(workflow), happened, started => !failing.Contains(started.Leg.Job));
        return string.Join(", ", run.Outcomes.Select(outcome => $"{outcome.Key} {outcome.Value.ToString().ToLowerInvariant()}"));
    }
}
