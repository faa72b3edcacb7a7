using System.Text.RegularExpressions;
using CsCheck;
using Harvis.Model.Images;
using Shouldly;

namespace Harvis.Model.Tests.Images;

/// <summary>Tags and repository names against the specification's own expressions.</summary>
public sealed partial class NameTests
{
    [Fact]
    public void ImageTag_AnyText_IsTakenWhereTheSpecificationTakesIt() =>
        Gen.OneOf(Any.Text("aZ9_.-", 0, 6), Any.Text("a.-+/: \n", 1, 4), Gen.String[Gen.Const('x'), 126, 130], Any.Noise)
            .Sample(text => Parsing.Takes<ImageTag>(text).ShouldBe(Tag().IsMatch(text), text), iter: 5000);

    [Fact]
    public void RepositoryName_AnyText_IsTakenWhereTheSpecificationTakesIt() =>
        Gen.OneOf(Any.Text("a0._-", 0, 8), Any.Text("ab/-_.", 1, 9), Any.Text("aA /\n", 1, 4), Gen.String[Gen.Const('x'), 253, 257], Any.Noise)
            .Sample(text => Parsing.Takes<RepositoryName>(text).ShouldBe(text.Length <= RepositoryName.MaxLength && Repository().IsMatch(text), text), iter: 10000);

    [Fact]
    public void RepositoryName_FromALiteral_IsRead()
    {
        RepositoryName name = "team/app";

        name.ShouldBe(RepositoryName.Parse("team/app"));
        Should.Throw<FormatException>(() => { RepositoryName wrong = "Team"; });
    }

    // https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests
    [GeneratedRegex(@"^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}\z")]
    private static partial Regex Tag();

    [GeneratedRegex(@"^[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*(\/[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*)*\z")]
    private static partial Regex Repository();
}
