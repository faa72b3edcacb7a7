using System.Globalization;
using System.Text;
using Harvis.Model.Targets;

namespace Harvis.Engine.CommandLines;

/// <summary>The graph as Mermaid, https://mermaid.js.org/syntax/flowchart.html: arrows point from what comes first to what comes after.</summary>
static class GraphText
{
    public static string Of(TargetGraph graph, IReadOnlyCollection<TargetNode> nodes)
    {
        var text = new StringBuilder("flowchart LR\n");
        foreach (var node in nodes) text.Append(CultureInfo.InvariantCulture, $"  {Id(graph, node.Name)}[\"{Label(node.Name)}\"]\n");
        foreach (var node in nodes)
        {
            foreach (var before in node.DependsOn.Concat(node.Joins)) Arrow(before, node.Name, "-->");
            foreach (var before in node.After) Arrow(before, node.Name, "-.->");
            foreach (var after in node.Before) Arrow(node.Name, after, "-.->");
            foreach (var triggered in node.Triggers) Arrow(node.Name, triggered, "==>");
        }

        return text.ToString();

        void Arrow(string from, string to, string arrow)
        {
            var known = nodes.Any(node => Same(node, from)) && nodes.Any(node => Same(node, to));
            if (known) text.Append(CultureInfo.InvariantCulture, $"  {Id(graph, from)} {arrow} {Id(graph, to)}\n");
        }
    }

    static bool Same(TargetNode node, string name) => string.Equals(node.Name, name, StringComparison.OrdinalIgnoreCase);

    // Names may hold what Mermaid takes for syntax (the word "end" too): numbers are safe.
    static string Id(TargetGraph graph, string name) => string.Create(CultureInfo.InvariantCulture, $"n{graph.IndexOf(name)}");

    static string Label(string name) => name.Replace("\"", "#quot;", StringComparison.Ordinal);
}
