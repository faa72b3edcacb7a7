using System.Text;
using System.Text.Json;
using CsCheck;
using Harvis.Engine.Parameters;
using Shouldly;
using Xunit;

namespace Harvis.Engine.Tests.Parameters;

public sealed class PlainParametersTests
{
    [Theory]
    [InlineData("""{ "a": 1 }""")]
    [InlineData("""{ "a": ["b"] }""")]
    [InlineData("""{ "a": null }""")]
    [InlineData("""{ "a": "b\n" }""")]
    [InlineData("""{ "a": "ä" }""")]
    [InlineData("""{ "a": "b", }""")]
    [InlineData("""{ "a": "b" } x""")]
    [InlineData("""{ "a": "b" /* c */ }""")]
    [InlineData("""{ "a" "b" }""")]
    [InlineData("""{ "a": "b""")]
    [InlineData("""["a"]""")]
    [InlineData("")]
    public void Read_AnythingButPlainTexts_IsLeftToTheJsonReader(string json) => PlainParameters.Read(Encoding.UTF8.GetBytes(json)).ShouldBeNull();

    [Fact]
    public void Read_WhateverItAccepts_IsWhatTheJsonReaderReads() =>
        Gen.Select(Gen.String[Gen.Char["{}\":,\\ \tab1$ä"], 0, 24], Gen.Bool).Sample((middle, closed) =>
        {
            var content = Encoding.UTF8.GetBytes("{\"a\":\"" + middle + (closed ? "\"}" : ""));
            if (PlainParameters.Read(content) is not { } plain) return;
            using var json = JsonDocument.Parse(content);
            plain.Select(parameter => (parameter.Name, parameter.Text)).ShouldBe(json.RootElement.EnumerateObject().Select(value => (value.Name, value.Value.GetString()!)));
        });

    [Fact]
    public void Read_PlainTexts_GivesThemInOrder() =>
        PlainParameters.Read(" {\r\n\t\"$schema\" : \"./x.json\",\"b\":\"\" }\n"u8.ToArray())
            .ShouldBe([new PlainParameter("$schema", "./x.json"), new PlainParameter("b", "")]);
}
