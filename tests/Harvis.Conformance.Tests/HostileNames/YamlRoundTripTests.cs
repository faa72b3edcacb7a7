using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Harvis.Conformance.Tests.Equivalence;
using Harvis.Conformance.Tests.Judges;
using Harvis.Generation.Yaml;
using Shouldly;

namespace Harvis.Conformance.Tests.HostileNames;

/// <summary>What is written is what three readers read: YamlDotNet, js-yaml (1.2) and yaml as a reader of YAML 1.1.</summary>
public sealed class YamlRoundTripTests
{
    [Fact]
    public async Task Write_HostileTexts_ThreeReadersReadThem() => await CheckAsync(HostileTexts.All);

    [Fact]
    public async Task Write_RandomTexts_ThreeReadersReadThem()
    {
        IReadOnlyList<string> signs = ["\n", " ", ": ", "#", "\"", "'", "\\", "${{", "}}", "\t"];
        var words = Gen.OneOf(Gen.Int[0, HostileTexts.All.Count - 1].Select(index => HostileTexts.All[index]), Gen.String[Gen.Char[' ', '~'], 0, 12], Gen.Int[0, signs.Count - 1].Select(index => signs[index]));
        var texts = new List<string>();
        words.Array[1, 4].Select(string.Concat).Sample(texts.Add, iter: 500, threads: 1);

        await CheckAsync(texts);
    }

    static async Task CheckAsync(IReadOnlyList<string> texts)
    {
        var yaml = Document(texts);
        var expected = Expected(texts);

        ((JsonArray)YamlTree.ReadMap(yaml)["values"]!).Select(value => value!.GetValue<string>()).ShouldBe(texts);
        JsonNode.DeepEquals(YamlTree.Read(yaml), expected).ShouldBeTrue();
        var reading = (await YamlReading.OfAsync([new JudgedFile("hostile.yml", yaml)], TestContext.Current.CancellationToken))[0];
        reading.Error.ShouldBeNull();
        Differences(reading.Modern, texts).ShouldBeEmpty();
        Differences(reading.Old, texts).ShouldBeEmpty();
        JsonNode.DeepEquals(JsonNode.Parse(reading.Modern.GetRawText()), expected).ShouldBeTrue();
        JsonNode.DeepEquals(JsonNode.Parse(reading.Old.GetRawText()), expected).ShouldBeTrue();
    }

    // As values in a list, as values in maps, and as keys.
    static string Document(IReadOnlyList<string> texts) => YamlWriter.Write(new YamlMap(
    [
        ("values", YamlList.Of(texts)),
        ("maps", new YamlList([.. texts.Select(text => new YamlMap([("key", text), ("inner", new YamlMap([("deep", text)]))]))])),
        ("keys", new YamlMap([.. texts.Distinct().Select(text => (text, (YamlNode)"value"))])),
    ]));

    static JsonObject Expected(IReadOnlyList<string> texts) => new()
    {
        ["values"] = new JsonArray([.. texts.Select(text => (JsonNode)text)]),
        ["maps"] = new JsonArray([.. texts.Select(text => (JsonNode)new JsonObject { ["key"] = text, ["inner"] = new JsonObject { ["deep"] = text } })]),
        ["keys"] = new JsonObject(texts.Distinct().Select(text => KeyValuePair.Create(text, (JsonNode?)"value"))),
    };

    static IEnumerable<string> Differences(JsonElement read, IReadOnlyList<string> texts) =>
        read.GetProperty("values").EnumerateArray().Zip(texts).Where(pair => pair.First.ToString() != pair.Second).Select(pair => $"{JsonSerializer.Serialize(pair.Second)} is read as {pair.First}");
}
