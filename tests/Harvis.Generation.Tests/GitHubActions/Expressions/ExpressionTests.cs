using System.Text;
using CsCheck;
using Harvis.Generation.GitHubActions.Expressions;
using Shouldly;

namespace Harvis.Generation.Tests.GitHubActions.Expressions;

public sealed class ExpressionTests
{
    static readonly Gen<string> Hostile = Gen.Select(Gen.OneOf("${{", "}}", "'", "\"", "$", "{", "}", "\n", " ", "a", "${{ secrets.X }}", "🚀", "$(id)").Array[0, 8], string.Concat);

    [Fact]
    public void Template_AnyText_IsReadAsThatText() => Hostile.Sample(text => Read(((Template)text).ToString()).ShouldBe(text));

    [Fact]
    public void Template_TextsAndValues_AreReadInOrder() => Hostile.Array[0, 5].Sample(texts =>
    {
        var template = Template.Of(texts.SelectMany((text, index) => index % 2 == 0 ? new[] { (Template)text } : [new Expression.Text(text)]));
        Read(template.ToString()).ShouldBe(string.Concat(texts));
    });

    [Fact]
    public void Template_TextsThatMakeAMarkTogether_AreEscaped() => Read(Template.Of("${", "{ secrets.X }}").ToString()).ShouldBe("${{ secrets.X }}");

    [Theory]
    [InlineData("it's", "'it''s'")]
    [InlineData("", "''")]
    [InlineData("a' || true || '", "'a'' || true || '''")]
    public void Write_Text_DoublesItsQuotes(string text, string expected) => new Expression.Text(text).ToString().ShouldBe(expected);

    [Fact]
    public void Write_NamesThatArentPlain_AreIndexed() =>
        new Expression.Value(["needs", "a-b", "outputs", "it's 1"]).ToString().ShouldBe("needs.a-b.outputs['it''s 1']");

    [Fact]
    public void Write_MixedOperators_StandInParentheses()
    {
        var (a, b, c) = (Expression.Of("a.x"), Expression.Of("b.x"), Expression.Of("c.x"));
        Expression.All(a.Is("1"), Expression.Any(b, c.Is("2")), new Expression.Not(Expression.All(a, b))).ToString()
            .ShouldBe("a.x == '1' && (b.x || c.x == '2') && !(a.x && b.x)");
    }

    [Fact]
    public void AllAndAny_WhatSurelyHoldsOrNot_IsLeftOut()
    {
        var a = Expression.Of("a.x");
        Expression.All(new Expression.Truth(true), a, a).ToString().ShouldBe("a.x");
        Expression.All(a, new Expression.Truth(false)).ToString().ShouldBe("false");
        Expression.Any().ToString().ShouldBe("false");
        Expression.Any(a, new Expression.Truth(true)).ToString().ShouldBe("true");
    }

    [Theory]
    [InlineData("MAIN", true)]
    [InlineData("maine", false)]
    public void Evaluate_Same_IgnoresCase(string name, bool expected) =>
        new ExpressionEvaluator(_ => name, _ => true).Holds(Expression.Of("github.ref_name").Is("main")).ShouldBe(expected);

    [Fact]
    public void Evaluate_AndOr_AnswerTheirOperands()
    {
        var evaluator = new ExpressionEvaluator(path => path[1] == "none" ? null : path[1], _ => false);
        evaluator.Evaluate(new Expression.Or([new Expression.And([Expression.Of("x.none"), Expression.Of("x.a")]), Expression.Of("x.b")])).ShouldBe("b");
        evaluator.Evaluate(new Expression.Or([new Expression.And([Expression.Of("x.a"), Expression.Of("x.c")]), Expression.Of("x.b")])).ShouldBe("c");
    }

    // As GitHub reads a text: an expression starts with "${{" and ends with the first "}}" outside quotes. Here all are texts between quotes.
    static string Read(string template)
    {
        var read = new StringBuilder();
        var at = 0;
        while (template.IndexOf("${{", at, StringComparison.Ordinal) is >= 0 and var start)
        {
            read.Append(template, at, start - at);
            var quoted = false;
            var end = start + 3;
            while (quoted || template[end..(end + 2)] != "}}") quoted ^= template[end++] == '\'';
            var literal = template[(start + 3)..end].Trim();
            literal.ShouldStartWith("'");
            read.Append(literal[1..^1].Replace("''", "'", StringComparison.Ordinal));
            at = end + 2;
        }

        return read.Append(template[at..]).ToString();
    }
}
