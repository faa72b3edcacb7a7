using System.Collections.Immutable;
using CsCheck;
using Harvis.Containers.Registries.Authentication;
using Shouldly;
using Xunit;

namespace Harvis.Containers.Tests.Registries.Authentication;

public sealed class AuthenticationChallengeTests
{
    static readonly Gen<string> Token = Gen.Char["abcXYZ019-_.~"].Array[1, 8].Select(chars => new string(chars));
    static readonly Gen<string> Text = Gen.Char[" ,=\"\\abc:/?&;"].Array[0, 12].Select(chars => new string(chars));

    static readonly Gen<AuthenticationChallenge> Challenge = Gen.Select(Token, Gen.Select(Token, Text).Array[1, 4]).Select((scheme, parameters) =>
        new AuthenticationChallenge(scheme, parameters.DistinctBy(pair => pair.Item1.ToUpperInvariant()).ToImmutableDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.OrdinalIgnoreCase)));

    static string Write(AuthenticationChallenge challenge) =>
        $"{challenge.Scheme} {string.Join(", ", challenge.Parameters.Select(pair => $"{pair.Key}=\"{pair.Value.Replace("\\", "\\\\").Replace("\"", "\\\"")}\""))}";

    [Fact]
    public void ParseAll_WhatWasWritten_IsRead() => Challenge.Array[1, 3].Sample(challenges =>
    {
        var read = AuthenticationChallenge.ParseAll(string.Join(", ", challenges.Select(Write)));
        read.Length.ShouldBe(challenges.Length);
        for (var i = 0; i < challenges.Length; i++)
        {
            read[i].Scheme.ShouldBe(challenges[i].Scheme);
            read[i].Parameters.OrderBy(pair => pair.Key).ShouldBe(challenges[i].Parameters.OrderBy(pair => pair.Key));
        }
    });

    [Fact]
    public void ParseAll_AnyText_EndsWithoutThrowing() =>
        Gen.Char[" ,=\"\\abcBearer/\t\u00e9"].Array[0, 60].Select(chars => new string(chars)).Sample(text => AuthenticationChallenge.ParseAll(text).Length <= text.Length);

    [Fact]
    public void ParseAll_DockerHub_KeepsCommasInQuotes()
    {
        var read = AuthenticationChallenge.ParseAll("Bearer realm=\"https://auth.docker.io/token\",service=\"registry.docker.io\",scope=\"repository:a/b:pull,push repository:c:pull\"").ShouldHaveSingleItem();
        read.Is("bearer").ShouldBeTrue();
        read["scope"].ShouldBe("repository:a/b:pull,push repository:c:pull");
        read["Service"].ShouldBe("registry.docker.io");
        read["error"].ShouldBeNull();
    }

    [Theory]
    [InlineData("Negotiate, Basic realm=\"a, b\"", "Negotiate|Basic")]
    [InlineData("NTLM TlRMTVNTUAAC==, Bearer realm=https://x", "NTLM|Bearer")]
    [InlineData("Basic", "Basic")]
    [InlineData("", "")]
    [InlineData("Bearer realm = \"x\" , service=y", "Bearer")]
    public void ParseAll_SeveralChallenges_AreTold(string header, string schemes) =>
        string.Join('|', AuthenticationChallenge.ParseAll(header).Select(each => each.Scheme)).ShouldBe(schemes);
}
