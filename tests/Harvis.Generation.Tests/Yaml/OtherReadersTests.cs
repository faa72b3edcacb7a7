using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using CsCheck;
using Harvis.Generation.Yaml;
using Shouldly;

namespace Harvis.Generation.Tests.Yaml;

/// <summary>Reads what was written with PyYAML: another parser than YamlDotNet, and one that follows YAML 1.1 in what it takes for numbers, dates and truth.</summary>
public sealed class OtherReadersTests
{
    const int Count = 3000;

    const string Script = "import json, sys, yaml; json.dump(yaml.safe_load(sys.stdin.buffer.read().decode('utf-8')), sys.stdout)";

    [Fact]
    public async Task Write_AnyText_IsThatTextToAReaderOfYaml11()
    {
        var texts = Hostile.Texts.Array[Count].Single();
        var yaml = YamlWriter.Write(YamlMap.Of(("all", new YamlList([.. texts.Select(text => YamlMap.Of((text, (YamlNode)text), ($"{text} list", new YamlList([text, text]))))]))));

        using var read = JsonDocument.Parse(await ReadAsync(yaml));

        var entries = read.RootElement.GetProperty("all").EnumerateArray().ToList();
        entries.Count.ShouldBe(Count);
        for (var i = 0; i < Count; i++)
        {
            var members = entries[i].EnumerateObject().ToList();
            members[0].Name.ShouldBe(texts[i]);
            members[0].Value.ValueKind.ShouldBe(JsonValueKind.String, texts[i]);
            members[0].Value.GetString().ShouldBe(texts[i]);
            members[1].Value.EnumerateArray().Select(item => item.GetString()).ShouldBe([texts[i], texts[i]]);
        }
    }

    [Fact]
    public async Task Write_NumbersAndTruth_AreWhatTheyAre()
    {
        using var read = JsonDocument.Parse(await ReadAsync(YamlWriter.Write(YamlMap.Of(("n", 10), ("t", true), ("f", false), ("l", new YamlList([])), ("m", YamlMap.Of())))));

        read.RootElement.GetRawText().ShouldBe("""{"n": 10, "t": true, "f": false, "l": [], "m": {}}""");
    }

    static async Task<string> ReadAsync(string yaml)
    {
        Assert.SkipUnless(await HasReaderAsync(), "python3 with PyYAML isn't here: apt-get install python3-yaml.");
        using var python = Start(Script);
        var (output, error) = (python.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), python.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await python.StandardInput.WriteAsync(yaml);
        python.StandardInput.Close();
        await python.WaitForExitAsync(TestContext.Current.CancellationToken);
        python.ExitCode.ShouldBe(0, await error);
        return await output;
    }

    static async Task<bool> HasReaderAsync()
    {
        try
        {
            using var python = Start("import yaml");
            await python.WaitForExitAsync(TestContext.Current.CancellationToken);
            return python.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    static Process Start(string script) => Process.Start(new ProcessStartInfo("python3", ["-c", script])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        StandardInputEncoding = new UTF8Encoding(false),
        StandardOutputEncoding = Encoding.UTF8,
    })!;
}
