using CsCheck;
using Harvis.Generation.GitLabCi.Conditions;
using Harvis.Generation.Tests.GitLabCi.Evaluation;
using Harvis.Model.Triggers;
using Shouldly;

namespace Harvis.Generation.Tests.GitLabCi;

public sealed class GitLabConditionTests
{
    static readonly Gen<string> Hostile = Gen.OneOf(
        RandomEvents.OneOf("", "main", "a\"b", "a'b", "a\"'b", "$HOME", "a/b", "\\", "a\nb", "a\" || \"b", "' == null || '", "x$", "/", "${X}", "ä😀", "a\\/b", "\"", "null"),
        Gen.String[Gen.Char[' ', '~'], 0, 8]);

    [Fact]
    public void ToString_AnyText_IsComparedWithThatTextAndNoOther() => Gen.Select(Hostile, Hostile).Sample((wanted, actual) =>
    {
        var variables = new Dictionary<string, string> { ["X"] = actual };

        GitLabExpression.Evaluate(new GitLabCondition.Is("X", wanted).ToString(), variables).ShouldBe(actual == wanted);
        GitLabExpression.Evaluate(new GitLabCondition.IsNot("X", wanted).ToString(), variables).ShouldBe(actual != wanted);
    }, iter: 1500);

    [Fact]
    public void ToString_AnyTree_MeansWhatTheTreeMeans()
    {
        var leaf = Gen.Select(Gen.Int[0, 3], RandomEvents.OneOf("A", "B"), Hostile, (kind, name, text) => kind switch
        {
            0 => (GitLabCondition)new GitLabCondition.Is(name, text),
            1 => new GitLabCondition.IsNot(name, text),
            2 => new GitLabCondition.IsSet(name),
            _ => new GitLabCondition.IsMissing(name),
        });
        var tree = Gen.Recursive<GitLabCondition>((depth, inner) => depth == 3
            ? leaf
            : Gen.OneOf(leaf, inner.List[1, 3].Select(all => (GitLabCondition)new GitLabCondition.All(all)), inner.List[1, 3].Select(any => (GitLabCondition)new GitLabCondition.Any(any))));
        Gen.Select(tree, Gen.Dictionary(RandomEvents.OneOf("A", "B"), Hostile)[0, 2]).Sample((condition, variables) =>
        {
            if (GitLabConditionWriter.Words(condition) > 100) return;
            GitLabExpression.Evaluate(condition.ToString(), variables).ShouldBe(Holds(condition, variables), condition.ToString());
        }, iter: 1500);
    }

    [Fact]
    public void Words_AnyCondition_AreThoseThatGitLabSees() =>
        GitLabConditionWriter.Words(new GitLabCondition.All([new GitLabCondition.Is("A", "x"), new GitLabCondition.Any([new GitLabCondition.IsSet("A"), new GitLabCondition.IsSet("B")])])).ShouldBe(9);

    [Theory]
    [InlineData("^refs/heads/x$", "$A =~ /^refs\\/heads\\/x$/")]
    [InlineData("^a\\/b$", "$A =~ /^a\\/b$/")]
    public void ToString_PatternWithSlashes_EscapesEachOnce(string regex, string expected) => new GitLabCondition.Matches("A", regex).ToString().ShouldBe(expected);

    [Theory]
    [InlineData("1A")]
    [InlineData("A B")]
    [InlineData("A\" || \"")]
    [InlineData("")]
    public void Name_ThatIsNone_IsRefused(string name) => Should.Throw<FormatException>(() => GitLabVariableName.Parse(name));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Rules_AnyTriggerAndEvent_HoldWhereTheTriggerMeansTheEvent(bool isFromOutside) =>
        Gen.Select(RandomEvents.Triggers, RandomEvents.Events).Sample((trigger, happened) =>
        {
            var rules = new GitLabEvents(isFromOutside).Of(trigger);
            var known = isFromOutside ? happened with { ChangedPaths = null } : happened;

            rules.ShouldAllBe(rule => GitLabConditionWriter.Words(rule.If!) <= 100);
            rules.Any(new GitLabEvent(known, isFromOutside).Meets).ShouldBe(trigger.Matches(known), $"{TriggerText.Of(trigger)}: {string.Join("; ", rules.Select(rule => rule.If))}");
        }, iter: 1500);

    [Fact]
    public void Rules_PushToTheMirror_StartNothing()
    {
        var pushed = new Harvis.Model.Ci.CiEvent.Push { Ref = Harvis.Model.Versions.GitRef.OfBranch("main") };
        new GitLabEvents(isStartedFromOutside: true).Of(Trigger.Push("main")).ShouldNotContain(rule => new GitLabEvent(pushed, isFromOutside: false).Meets(rule));
    }

    static bool Holds(GitLabCondition condition, Dictionary<string, string> variables) => condition switch
    {
        GitLabCondition.Is equal => variables.GetValueOrDefault(equal.Variable.ToString()) is { } value ? value == equal.Text : IsWrittenAsPattern(equal.Text) && equal.Text.Length == 0,
        GitLabCondition.IsNot other => variables.GetValueOrDefault(other.Variable.ToString()) != other.Text,
        GitLabCondition.IsSet set => variables.GetValueOrDefault(set.Variable.ToString()) is { Length: > 0 },
        GitLabCondition.IsMissing missing => !variables.ContainsKey(missing.Variable.ToString()),
        GitLabCondition.All all => all.Conditions.All(inner => Holds(inner, variables)),
        GitLabCondition.Any any => any.Conditions.Any(inner => Holds(inner, variables)),
        _ => throw new InvalidOperationException(),
    };

    static bool IsWrittenAsPattern(string text) => text.Contains('\n', StringComparison.Ordinal);
}
