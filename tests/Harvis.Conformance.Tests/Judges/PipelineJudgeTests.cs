using Shouldly;

namespace Harvis.Conformance.Tests.Judges;

/// <summary>A judge that always says yes would be worse than none.</summary>
public sealed class PipelineJudgeTests
{
    const string Good = """
        stages: [build, deploy]
        first:
          stage: build
          retry: 2
          script: [echo first]
        second:
          stage: deploy
          needs: [first]
          rules:
            - if: $CI_COMMIT_BRANCH == "main"
          script: [echo second]
        """;

    [Fact]
    public async Task JudgeAsync_ValidAndBrokenPipelines_OnlyTheBrokenAreRefused()
    {
        var verdicts = await JudgeAsync(null, Good, Good.Replace("[first]", "[frist]", StringComparison.Ordinal), Good.Replace("retry: 2", "retry: 9", StringComparison.Ordinal), "a: [");

        verdicts[0].Problems.ShouldBeEmpty();
        verdicts[1].Problems.ShouldContain(problem => problem.Judge == "gitlab-ci-local" && problem.Message.Contains("frist", StringComparison.Ordinal));
        verdicts[2].Problems.ShouldContain(problem => problem.Judge == "gitlab-schema" && problem.Message.Contains("/first/retry", StringComparison.Ordinal));
        verdicts[3].Problems.ShouldContain(problem => problem.Judge == "js-yaml");
    }

    [Fact]
    public async Task JudgeAsync_SharedSchema_RefusesWhatItDoesntKnow()
    {
        var schema = SharedSchemas.Require(SharedSchemas.Pipeline);

        var verdicts = await JudgeAsync(schema, Good, Good.Replace("retry: 2", "retry: 9", StringComparison.Ordinal));

        verdicts[0].Problems.ShouldBeEmpty();
        verdicts[1].Problems.ShouldContain(problem => problem.Judge == "schema");
    }

    static Task<IReadOnlyList<Verdict>> JudgeAsync(string? schema, params string[] pipelines) =>
        PipelineJudge.JudgeAsync([.. pipelines.Select((text, index) => new JudgedFile($"{index}.yml", text))], schema, isRead: true, TestContext.Current.CancellationToken);
}
