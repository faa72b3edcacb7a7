using Harvis.Containers.Building;

namespace Harvis.Containers.Tests.Building;

public sealed class DockerfileTests
{
    [Fact]
    public void Parse_StagesAndArguments_AreFound()
    {
        var dockerfile = Dockerfile.Parse(
            """
            # syntax=docker/dockerfile:1
            ARG ONE
            ARG TWO=2 THREE="3 4"
            FROM --platform=$BUILDPLATFORM ${ONE} \
              AS build
            ARG FOUR
            # ARG FIVE
            RUN echo "ARG SIX" \
            # a comment between
              && echo FROM SEVEN AS eight
            from ${TWO}/${THREE}:${NINE:-1} as Final
            """);
        dockerfile.StageNames.ShouldBe(["build", "Final"]);
        dockerfile.Arguments.ShouldBe(["ONE", "TWO", "THREE", "FOUR"]);
        dockerfile.ArgumentsNeeded.ShouldBe(["ONE"]);
        dockerfile.HasStage("final").ShouldBeTrue();
        dockerfile.HasStage("1").ShouldBeTrue();
        dockerfile.HasStage("2").ShouldBeFalse();
        dockerfile.NeedsBuildKit.ShouldBeNull();
    }

    [Fact]
    public void Parse_HereDocument_ItsLinesAreNoInstructions()
    {
        var dockerfile = Dockerfile.Parse("FROM a\nRUN <<EOF cat <<-'X'\nARG NO\nEOF\n\tFROM b AS no\n\tX\nARG YES\n");
        dockerfile.Arguments.ShouldBe(["YES"]);
        dockerfile.StageNames.ShouldBeEmpty();
        dockerfile.NeedsBuildKit.ShouldNotBeNull();
    }

    [Fact]
    public void Parse_OtherEscapeCharacter_JoinsLines() =>
        Dockerfile.Parse("# escape=`\nFROM a `\n AS b\nRUN dir c:\\\nARG X\n").Arguments.ShouldBe(["X"]);

    [Theory]
    [InlineData("RUN --mount=type=secret,id=x true", true)]
    [InlineData("RUN --network=none true", true)]
    [InlineData("COPY --link a b", true)]
    [InlineData("COPY --chown=1:1 --chmod=0644 a b", true)]
    [InlineData("COPY --from=build --chown=1:1 a b", false)]
    [InlineData("RUN tool --mount=1", false)]
    [InlineData("RUN cat <<EOF", true)]
    [InlineData("RUN test 1 -lt $((1<<2))", false)]
    public void Parse_WhatOnlyBuildKitUnderstands_IsFound(string instruction, bool needed) =>
        (Dockerfile.Parse($"FROM a\n{instruction}\n").NeedsBuildKit is not null).ShouldBe(needed);
}
