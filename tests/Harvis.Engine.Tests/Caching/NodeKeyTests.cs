using CsCheck;
using Harvis.Engine.Caching;
using Harvis.Engine.Files;
using Harvis.Engine.Tests.Commands;
using Harvis.Engine.Tests.Parameters;
using Harvis.Model.Secrets;
using Harvis.Model.Targets;
using Shouldly;
using Xunit;

namespace Harvis.Engine.Tests.Caching;

/// <summary>A key changes with all that a result follows from, and with nothing else.</summary>
public sealed class NodeKeyTests : IDisposable
{
    static readonly NodeInputs Nothing = new([], [], []);

    readonly Repository _repository = new();

    static readonly TargetNode Plain = new() { Name = "A", Target = "A" };

    static readonly TargetNode Cached = Plain with { Inputs = new NodeInputs(["src/**"], ["1"], ["tool"]), Outputs = ["out/*"] };

    public NodeKeyTests()
    {
        _repository.Write("src/a", "one");
        _repository.Write("src/deep/b", "two");
        _repository.Write("other", "three");
    }

    [Fact]
    public async Task Key_NothingChanged_IsTheSame()
    {
        (await KeyAsync(Plain)).ShouldBe(await KeyAsync(Plain));
        (await KeyAsync(Cached)).ShouldBe(await KeyAsync(Cached));
    }

    [Theory]
    [InlineData("build", true, true)]
    [InlineData("values", true, false)]
    [InlineData("tool", false, true)]
    [InlineData("name", true, true)]
    [InlineData("input value", false, true)]
    [InlineData("content", false, true)]
    [InlineData("new file", false, true)]
    [InlineData("deleted file", false, true)]
    [InlineData("renamed file", false, true)]
    [InlineData("executable", false, true)]
    [InlineData("outputs", false, true)]
    [InlineData("consumed", false, true)]
    [InlineData("other file", false, false)]
    public async Task Key_OneThingChanged_ChangesIfTheResultFollowsFromIt(string what, bool plain, bool cached)
    {
        Assert.SkipWhen(what == "executable" && OperatingSystem.IsWindows(), "Windows has no such mode.");
        var (plainBefore, cachedBefore) = (await KeyAsync(Plain), await KeyAsync(Cached));
        switch (what)
        {
            case "content": _repository.Write("src/a", "other"); break;
            case "new file": _repository.Write("src/c", ""); break;
            case "deleted file": File.Delete(_repository.PathOf("src/a")); break;
            case "renamed file": File.Move(_repository.PathOf("src/a"), _repository.PathOf("src/c")); break;
            case "other file": _repository.Write("other", "changed"); break;
            case "executable" when !OperatingSystem.IsWindows(): File.SetUnixFileMode(_repository.PathOf("src/a"), (UnixFileMode)0b111_101_101); break;
        }

        TargetNode Changed(TargetNode node) => what switch
        {
            "name" => node with { Name = "B" },
            "input value" when node.Inputs is { } inputs => node with { Inputs = inputs with { Values = ["2"] } },
            "outputs" when node.Inputs is not null => node with { Outputs = ["out/**"] },
            _ => node,
        };
        (await KeyAsync(Changed(Plain), what) != plainBefore).ShouldBe(plain, "a node without declared inputs");
        (await KeyAsync(Changed(Cached), what) != cachedBefore).ShouldBe(cached, "a node with declared inputs");
    }

    [Fact]
    public void InputText_DifferentValues_AreDifferentTexts() =>
        Gen.Select(AnyValue, AnyValue).Sample(
            (one, other) => (InputText.Of(one) == InputText.Of(other)).ShouldBe(IsSame(one, other), $"{InputText.Of(one)} {InputText.Of(other)}"),
            iter: 2000);

    [Fact]
    public void InputText_Secret_CountsAndIsNotShown()
    {
        var text = InputText.Of(new Secret("A", "opensesame"));
        text.ShouldNotContain("sesame");
        text.ShouldNotBe(InputText.Of(new Secret("A", "opensesam")));
        text.ShouldBe(InputText.Of(new Secret("B", "opensesame")));
    }

    [Fact]
    public void InputText_OtherKinds_AreTheSameEverywhere()
    {
        InputText.Of(1.5).ShouldBe("3:1.5;");
        InputText.Of(Parameters.Size.Small).ShouldBe("5:small;");
        InputText.Of(null).ShouldBe("-");
        InputText.Of(new[] { 1, 2 }).ShouldBe(InputText.Of(new List<int> { 1, 2 }));
    }

    public void Dispose() => _repository.Dispose();

    static readonly Gen<string> AnyText = One("", "a", "a,b", "1:a;", "]", "[", "-", "a\nb", "a\\nb");

    static readonly Gen<object> AnyValue = Gen.OneOf<object>(AnyText.Select(text => (object)text), AnyText.Array[0, 3].Select(texts => (object)texts));

    static Gen<string> One(params string[] words) => Gen.Int[0, words.Length - 1].Select(index => words[index]);

    static bool IsSame(object one, object other) => (one, other) switch
    {
        (string[] left, string[] right) => left.SequenceEqual(right),
        _ => one.Equals(other),
    };

    async Task<string> KeyAsync(TargetNode node, string changed = "")
    {
        var keys = new NodeKey(
            _repository.Root, changed == "build" ? "2" : "1", changed == "values" ? "2" : "1", new FileDigestCache(null, TimeProvider.System),
            (_, _) => Task.FromResult(changed == "tool" ? "2" : "1"));
        return await keys.OfAsync(node, changed == "consumed" ? Nothing with { Values = ["2"] } : Nothing, CancellationToken.None);
    }
}
