using Shouldly;

namespace Harvis.Conformance.Tests.Judges;

/// <summary>A judge that always says yes would be worse than none.</summary>
public sealed class WorkflowJudgeTests
{
    const string Good = """
        on: push
        permissions: {}
        jobs:
          first:
            runs-on: ubuntu-24.04
            outputs:
              word: ${{ steps.say.outputs.word }}
            steps:
              - id: say
                run: echo "word=hello" >> "$GITHUB_OUTPUT"
          second:
            needs: [first]
            runs-on: [self-hosted, node1]
            steps:
              - run: echo "$WORD"
                env:
                  WORD: ${{ needs.first.outputs.word }}
        """;

    [Fact]
    public async Task JudgeAsync_ValidWorkflow_HasNoProblem() => (await ProblemsAsync(Good)).ShouldBeEmpty();

    [Theory]
    [InlineData("workflow-parser", "steps:", "stepps:")]
    [InlineData("workflow-parser", "needs.first.outputs", "neds.first.outputs")]
    [InlineData("actionlint", "needs: [first]", "needs: [frist]")]
    [InlineData("actionlint", "needs.first.outputs.word", "needs.first.outputs.wrd")]
    [InlineData("actionlint", "ubuntu-24.04", "ubuntu-9.04")]
    [InlineData("action-validator", "needs: [first]", "needs: [frist]")]
    [InlineData("action-validator", "permissions: {}", "permissions: 7")]
    public async Task JudgeAsync_BrokenWorkflow_IsRefusedByTheJudge(string judge, string right, string wrong) =>
        (await ProblemsAsync(Good.Replace(right, wrong, StringComparison.Ordinal))).ShouldContain(problem => problem.Judge == judge);

    [Fact]
    public async Task JudgeAsync_EventTextInScript_IsRefused() =>
        (await ProblemsAsync(Good.Replace("echo \"$WORD\"", "echo ${{ github.event.head_commit.message }}", StringComparison.Ordinal)))
        .ShouldContain(problem => problem.Judge == "actionlint" && problem.Message.Contains("untrusted", StringComparison.Ordinal));

    [Fact]
    public async Task JudgeAsync_SharedSchema_RefusesWhatItDoesntKnow()
    {
        var schema = SharedSchemas.Require(SharedSchemas.Workflow);

        (await ProblemsAsync(Good, schema)).ShouldBeEmpty();
        (await ProblemsAsync(Good.Replace("permissions: {}", "permissions: {content: read}", StringComparison.Ordinal), schema)).ShouldContain(problem => problem.Judge == "schema");
    }

    static async Task<IReadOnlyList<Problem>> ProblemsAsync(string workflow, string? schema = null) =>
        (await WorkflowJudge.JudgeAsync([new JudgedFile("ci.yml", workflow)], schema, TestContext.Current.CancellationToken))[0].Problems;
}
