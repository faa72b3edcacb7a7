using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Harvis.Generation.Yaml;
using Shouldly;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;
using YamlNode = Harvis.Generation.Yaml.YamlNode;

namespace Harvis.Generation.Tests.Yaml;

/// <summary>Whatever the document, every reader reads what was written.</summary>
public sealed class YamlProperties
{
    [Fact]
    public void Write_AnyDocument_ReadsBackTheSame() => YamlTexts.Document.Sample(document =>
    {
        var yaml = YamlWriter.Write(document);

        Compare(document, Read(yaml), yaml);
    }, iter: 5000);

    [Fact]
    public void Write_AnyDocument_IsUnixTextAndEqualForEqualInput() => YamlTexts.Document.Sample(document =>
    {
        var yaml = YamlWriter.Write(document);

        yaml.ShouldNotContain('\r');
        yaml.ShouldEndWith("\n");
        yaml.Where(c => c != '\n' && (char.IsControl(c) || c is '\ufeff' or '\ufffe' or '\uffff' or '\u2028' or '\u2029')).ShouldBeEmpty();
        YamlWriter.Write((YamlMap)Copy(document)).ShouldBe(yaml);
    }, iter: 2000);

    [Fact]
    public void Write_AnyHeader_IsCommentAndNothingElse() => Gen.Select(YamlTexts.Document, YamlTexts.Any).Sample((document, header) =>
    {
        var yaml = YamlWriter.Write(document, header);

        Compare(document, Read(yaml), yaml);
        yaml.ShouldStartWith("#");
    }, iter: 2000);

    /// <summary>PyYAML implements YAML 1.1, which Ansible, Docker Compose's first versions and GitLab's Ruby read by.</summary>
    [Fact]
    public async Task Write_ManyDocuments_AreReadTheSameByAReaderOfYaml11()
    {
        const string program = """
            import json, sys, yaml
            for text in json.load(sys.stdin):
                print(json.dumps(yaml.safe_load(text)))
            """;
        var documents = YamlTexts.Document.Array[400].Single(_ => true);
        var input = JsonSerializer.Serialize(documents.Select(document => YamlWriter.Write(document)));

        using var python = Start("python3", "-c", program);
        Assert.SkipWhen(python is null, "python3 isn't here: apt-get install python3 python3-yaml.");
        var (output, error) = (python.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), python.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        try
        {
            await python.StandardInput.WriteAsync(input);
            python.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it read: the reason is what it says below.
        }

        await python.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.SkipWhen((await error).Contains("No module named 'yaml'", StringComparison.Ordinal), "PyYAML isn't here: apt-get install python3-yaml.");
        python.ExitCode.ShouldBe(0, await error);
        var lines = (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(documents.Length);
        foreach (var (document, line) in documents.Zip(lines))
            JsonNode.DeepEquals(Json(document), JsonNode.Parse(line)).ShouldBeTrue($"{YamlWriter.Write(document)}\nwas read as {line}");
    }

    [Fact]
    public void Write_Comments_StandBehindScalarsOfEveryKind() => YamlWriter.Write(YamlMap.Of(
        ("bare", new YamlText("a") { Comment = "one" }),
        ("quoted", new YamlText("1.10") { Comment = "two" }),
        ("number", new YamlNumber(3) { Comment = "three\nlines: 2" }),
        ("block", new YamlText("a\nb\n") { Comment = "four" }))).ShouldBe("""
            bare: a # one
            quoted: "1.10" # two
            number: 3 # three lines: 2
            block: | # four
              a
              b

            """.ReplaceLineEndings("\n"));

    static void Compare(YamlNode expected, YamlDotNet.RepresentationModel.YamlNode actual, string yaml)
    {
        switch (expected)
        {
            case YamlMap map:
                var children = ((YamlMappingNode)actual).Children;
                children.Count.ShouldBe(map.Entries.Count, yaml);
                foreach (var ((key, value), child) in map.Entries.Zip(children))
                {
                    CompareScalar(key, "str", child.Key, yaml);
                    Compare(value, child.Value, yaml);
                }

                break;
            case YamlList list:
                var items = ((YamlSequenceNode)actual).Children;
                items.Count.ShouldBe(list.Items.Count, yaml);
                foreach (var (item, child) in list.Items.Zip(items)) Compare(item, child, yaml);
                break;
            case YamlText text: CompareScalar(text.Value, "str", actual, yaml); break;
            case YamlNumber number: CompareScalar(number.Value.ToString(CultureInfo.InvariantCulture), "int", actual, yaml); break;
            case YamlTruth truth: CompareScalar(truth.Value ? "true" : "false", "bool", actual, yaml); break;
        }
    }

    static void CompareScalar(string value, string meaning, YamlDotNet.RepresentationModel.YamlNode actual, string yaml)
    {
        var scalar = (YamlScalarNode)actual;
        scalar.Value.ShouldBe(value, yaml);
        var bare = scalar.Style == ScalarStyle.Plain;
        (bare ? YamlMeaning.In11(value) : "str").ShouldBe(meaning, $"for a reader of YAML 1.1, in\n{yaml}");
        (bare ? YamlMeaning.In12(value) : "str").ShouldBe(meaning, $"for a reader of YAML 1.2, in\n{yaml}");
    }

    static YamlNode Copy(YamlNode node) => node switch
    {
        YamlMap map => map with { Entries = [.. map.Entries.Select(entry => (new string(entry.Key), Copy(entry.Value)))] },
        YamlList list => list with { Items = [.. list.Items.Select(Copy)] },
        _ => node with { },
    };

    static JsonNode Json(YamlNode node) => node switch
    {
        YamlMap map => new JsonObject(map.Entries.Select(entry => KeyValuePair.Create(entry.Key, (JsonNode?)Json(entry.Value)))),
        YamlList list => new JsonArray([.. list.Items.Select(Json)]),
        YamlText text => JsonValue.Create(text.Value),
        YamlNumber number => JsonValue.Create(number.Value),
        YamlTruth truth => JsonValue.Create(truth.Value),
        _ => throw new InvalidOperationException(),
    };

    static YamlMappingNode Read(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return (YamlMappingNode)stream.Documents.ShouldHaveSingleItem().RootNode;
    }

    static Process? Start(string program, params string[] arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, StandardInputEncoding = new UTF8Encoding(false) });
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
