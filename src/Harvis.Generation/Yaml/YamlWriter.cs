using System.Globalization;
using System.Text;

namespace Harvis.Generation.Yaml;

/// <summary>Writes a document in block style, two spaces a level, LF: equal documents give equal bytes. See https://yaml.org/spec/1.2.2/.</summary>
public static class YamlWriter
{
    /// <summary>The document's text.</summary>
    /// <param name="document">The document.</param>
    /// <param name="header">Lines of comment above it, without '#'.</param>
    public static string Write(YamlMap document, params IReadOnlyList<string> header)
    {
        var text = new StringBuilder();
        foreach (var line in header) text.Append(line.Length == 0 ? "#\n" : $"# {line}\n");
        if (header.Count > 0) text.Append('\n');
        if (document.Entries.Count == 0) text.Append("{}\n");
        WriteEntries(text, document, 0);
        return text.ToString();
    }

    static void WriteEntries(StringBuilder text, YamlMap map, int depth)
    {
        var first = true;
        foreach (var (key, value) in map.Entries)
        {
            if (!first || depth > 0) Indent(text, first && text.Length > 0 && text[^1] == ' ' ? 0 : depth);
            first = false;
            text.Append(YamlScalar.Of(key)).Append(':');
            WriteValue(text, value, depth);
        }
    }

    static void WriteValue(StringBuilder text, YamlNode value, int depth)
    {
        switch (value)
        {
            case YamlMap { Entries.Count: > 0 } map:
                text.Append('\n');
                WriteEntries(text, map, depth + 1);
                break;
            case YamlList { Items.Count: > 0 } list:
                text.Append('\n');
                WriteItems(text, list, depth + 1);
                break;
            default:
                text.Append(' ');
                WriteScalar(text, value, depth + 1);
                break;
        }
    }

    static void WriteItems(StringBuilder text, YamlList list, int depth)
    {
        foreach (var item in list.Items)
        {
            Indent(text, depth);
            text.Append("- ");
            switch (item)
            {
                case YamlMap { Entries.Count: > 0 } map:
                    WriteEntries(text, map, depth + 1);
                    break;
                case YamlList { Items.Count: > 0 } inner:
                    text.Length--;
                    text.Append('\n');
                    WriteItems(text, inner, depth + 1);
                    break;
                default:
                    WriteScalar(text, item, depth + 1);
                    break;
            }
        }
    }

    static void WriteScalar(StringBuilder text, YamlNode node, int depth)
    {
        if (node is YamlText { Value: var value } && YamlScalar.CanBeBlock(value))
        {
            WriteBlock(text, value, depth);
            return;
        }

        text.Append(node switch
        {
            YamlText t => YamlScalar.Of(t.Value),
            YamlNumber n => n.Value.ToString(CultureInfo.InvariantCulture),
            YamlTruth t => t.Value ? "true" : "false",
            YamlList => "[]",
            YamlMap => "{}",
            _ => throw new InvalidOperationException($"There is no way to write a {node.GetType().Name}."),
        });
        if (node.Comment is { } comment) text.Append(" # ").Append(comment.ReplaceLineEndings(" "));
        text.Append('\n');
    }

    static void WriteBlock(StringBuilder text, string value, int depth)
    {
        text.Append(value.EndsWith('\n') ? "|\n" : "|-\n");
        foreach (var line in value.TrimEnd('\n').Split('\n'))
        {
            if (line.Length > 0) Indent(text, depth).Append(line);
            text.Append('\n');
        }
    }

    static StringBuilder Indent(StringBuilder text, int depth) => text.Append(' ', depth * 2);
}
