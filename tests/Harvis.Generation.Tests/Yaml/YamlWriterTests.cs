using System.Text.RegularExpressions;
using CsCheck;
using Harvis.Generation.Yaml;
using Shouldly;
using YamlDotNet.RepresentationModel;
using YamlNode = Harvis.Generation.Yaml.YamlNode;

namespace Harvis.Generation.Tests.Yaml;

public sealed class YamlWriterTests
{
    // What YAML 1.1 takes for something else than text where it stands bare: https://yaml.org/type/.
    static readonly Regex NotText = new(
        @"^(~|null|y|n|yes|no|on|off|true|false|[-+]?(0b[01_]+|0x[0-9a-f_]+|[0-9][0-9_]*(:[0-5]?[0-9])*(\.[0-9_]*)?|\.[0-9_]+|\.inf)(e[-+]?[0-9]+)?|\.nan|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*|=|<<)$",
        RegexOptions.IgnoreCase);

    [Fact]
    public void Write_AnyText_ReadsAsThatText() => Hostile.Texts.Sample(text =>
    {
        var yaml = YamlWriter.Write(YamlMap.Of(("key", (YamlNode)text), ("list", new YamlList([text, YamlMap.Of((text, (YamlNode)text), ("another key", (YamlNode)text))]))));
        var root = Read(yaml);

        yaml.ShouldNotContain("\r");
        Text(root["key"]).ShouldBe(text, yaml);
        var list = (YamlSequenceNode)root["list"];
        Text(list[0]).ShouldBe(text, yaml);
        var inner = (YamlMappingNode)list[1];
        Text(inner.Children[0].Key).ShouldBe(text, yaml);
        Text(inner.Children[0].Value).ShouldBe(text, yaml);
    }, iter: 3000);

    [Fact]
    public void Write_TextThatAReaderCouldTakeForSomethingElse_IsQuoted() => Hostile.Texts.Sample(text =>
    {
        var scalar = (YamlScalarNode)Read(YamlWriter.Write(YamlMap.Of(("key", (YamlNode)text))))["key"];
        if (NotText.IsMatch(text) || text.Length == 0) scalar.Style.ShouldNotBe(YamlDotNet.Core.ScalarStyle.Plain);
    }, iter: 3000);

    [Fact]
    public void Write_MapsAndLists_AreWrittenInOrder()
    {
        var yaml = YamlWriter.Write(
            YamlMap.Of(
                ("name", "ci"),
                ("on", new YamlList([YamlMap.Of(("a", (YamlNode)1), ("b", (YamlNode)true)), new YamlList(["x", "y"]), new YamlList([])])),
                ("pinned", new YamlText("abc") { Comment = "v4" }),
                ("script", "one\ntwo\n"),
                ("none", YamlMap.Of())),
            "Generated.");

        yaml.ShouldBe("""
            # Generated.

            name: ci
            "on":
              - a: 1
                b: true
              -
                - x
                - "y"
              - []
            pinned: abc # v4
            script: |
              one
              two
            none: {}

            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Write_AnyCommentAndHeader_ChangesNoValue() => Gen.Select(Hostile.Texts, Hostile.Texts, Hostile.Texts).Sample((text, comment, header) =>
    {
        var yaml = YamlWriter.Write(YamlMap.Of(("key", new YamlText(text) { Comment = comment }), ("next", (YamlNode)1)), header, "two\nlines");

        Text(Read(yaml)["key"]).ShouldBe(text, yaml);
        Text(Read(yaml)["next"]).ShouldBe("1", yaml);
        Read(yaml).Children.Count.ShouldBe(2, yaml);
    }, iter: 2000);

    [Fact]
    public void Write_AnyText_GivesPrintableLinesWithLfOnly() => Hostile.Texts.Sample(text =>
    {
        var yaml = YamlWriter.Write(YamlMap.Of((text, (YamlNode)text)));

        yaml.ShouldBe(YamlWriter.Write(YamlMap.Of((text, (YamlNode)text))));
        yaml.Where(c => c != '\n' && c != '\t' && (char.IsControl(c) || c is '\u2028' or '\u2029' or '\ufeff')).ShouldBeEmpty(yaml);
        yaml.ShouldEndWith("\n");
    }, iter: 2000);

    static YamlMappingNode Read(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }

    static string? Text(YamlDotNet.RepresentationModel.YamlNode node) => ((YamlScalarNode)node).Value;
}
