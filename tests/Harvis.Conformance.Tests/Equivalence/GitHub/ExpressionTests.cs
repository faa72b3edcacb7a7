using System.Text.Json.Nodes;
using Harvis.Conformance.Tests.Equivalence.GitHub.Expressions;
using Harvis.Conformance.Tests.Judges;
using Shouldly;

namespace Harvis.Conformance.Tests.Equivalence.GitHub;

/// <summary>The evaluator agrees with GitHub's own, which reads the same expressions.</summary>
public sealed class ExpressionTests
{
    static readonly string[] Expressions =
    [
        "1 == 1.0", "'a' == 'A'", "'a' != 'b'", "null == 0", "null == ''", "'' == 0", "true == 1", "'1' == 1", "'x' == 1", "'0x10' == 16", "!'' && 'set'",
        "'' || 'other'", "false || 0 || ''", "1 < 2 && 2 <= 2 && 3 > 2 && 2 >= 3", "'b' > 'a'", "contains('Hello', 'ELL')", "contains(list, 'two')",
        "contains(list, 'tw')", "startsWith(github.ref, 'refs/tags/V')", "endsWith(github.ref, '.3')", "format('{0} and {{{1}}}', 'a', 2)", "join(list, '+')",
        "fromJSON('[1,2]')[1]", "fromJSON('{\"a\": {\"b\": true}}').a.b", "toJSON(list)", "github['ref']", "github.nothing.below", "needs.build-it.result == 'success'",
        "needs['build-it'].outputs.tag", "list[0]", "list[9]", "'it''s'", "!(true && false)", "github.event_name == 'push' || github.event_name == 'schedule' && false",
        "-1 < 0", "1e3 == 1000", "null", "toJSON('a\"b')", "toJSON(null)",
    ];

    static readonly JsonObject Contexts = (JsonObject)JsonNode.Parse(
        """{"github": {"ref": "refs/tags/v1.2.3", "event_name": "push"}, "needs": {"build-it": {"result": "success", "outputs": {"tag": "v1"}}}, "list": ["one", "two"]}""")!;

    [Fact]
    public async Task Evaluation_Expressions_AgreesWithGitHubsOwn()
    {
        var cases = Expressions.Select(expression => new { expression, contexts = Contexts }).ToList();
        var answers = await JudgeProgram.AskAsync<IReadOnlyList<Answer>>("evaluate-expressions.mjs", new { cases }, TestContext.Current.CancellationToken);

        answers.Select(answer => answer.Error).ShouldAllBe(error => error == null);
        Expressions.Zip(answers).Where(pair => Text(pair.First) != pair.Second.Value).Select(pair => $"{pair.First}: {Text(pair.First)}, not {pair.Second.Value}").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("success() && github.ref == 'x'", true)]
    [InlineData("!cancelled() && true", true)]
    [InlineData("github.ref == 'always()'", false)]
    public void AsksStatus_Expression_IsTrueForStatusFunctionsOnly(string expression, bool asks) => Parser.Parse(expression).AsksStatus.ShouldBe(asks);

    [Theory]
    [InlineData("a &")]
    [InlineData("'a")]
    [InlineData("contains('a', ")]
    [InlineData("a b")]
    public void Parse_BrokenExpression_IsRefused(string expression) => Should.Throw<Exception>(() => Parser.Parse(expression)).ShouldBeOfType<FormatException>();

    static string Text(string expression) => Values.Text(new Evaluation(Contexts, _ => true).Of(Parser.Parse(expression)));

    sealed record Answer(string? Value, string? Error);
}
