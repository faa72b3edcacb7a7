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
        foreach (var line in header.SelectMany(line => line.ReplaceLineEndings("\n").Split('\n'))) text.Append($"# {Printable(line)}".TrimEnd()).Append('\n');
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
            WriteBlock(text, value, node.Comment, depth);
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
        WriteComment(text, node.Comment);
    }

    static void WriteBlock(StringBuilder text, string value, string? comment, int depth)
    {
        text.Append(value.EndsWith('\n') ? "|" : "|-");
        WriteComment(text, comment);
        foreach (var line in value.TrimEnd('\n').Split('\n'))
        {
            if (line.Length > 0) Indent(text, depth).Append(line);
            text.Append('\n');
        }
    }

    static void WriteComment(StringBuilder text, string? comment)
    {
        if (comment is not null && Printable(comment.ReplaceLineEndings(" ")).Trim() is { Length: > 0 } line) text.Append(" # ").Append(line);
        text.Append('\n');
    }

    // A comment can't escape what YAML forbids: https://yaml.org/spec/1.2.2/#51-character-set.
    static string Printable(string comment) =>
        string.Concat(comment.Select(c => c != '\t' && (char.IsControl(c) || c is '\u2028' or '\u2029' or '\ufeff' or >= '\ufffe') ? '\ufffd' : c));

    static StringBuilder Indent(StringBuilder text, int depth) => text.Append(' ', depth * 2);
}
