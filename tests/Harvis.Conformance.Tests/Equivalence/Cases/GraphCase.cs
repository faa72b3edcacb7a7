using System.Text;
using Harvis.Model.Ci;
using Harvis.Model.Targets;
using Harvis.Model.Triggers;

namespace Harvis.Conformance.Tests.Equivalence.Cases;

/// <summary>A graph, an event, and the nodes whose bodies fail.</summary>
sealed record GraphCase(TargetGraph Graph, CiEvent Happened, IReadOnlySet<string> Failing)
{
    public bool Succeeds(string node) => !Failing.Contains(node);

    /// <summary>The case in words, for whoever has to find out why it fails.</summary>
    public override string ToString()
    {
        var text = new StringBuilder($"{Happened}\n");
        foreach (var node in Graph.Nodes)
        {
            text.Append(node.Name);
            Add("joins", node.Joins);
            Add("depends on", node.DependsOn);
            Add("after", node.After);
            Add("before", node.Before);
            Add("triggers", node.Triggers);
            Add("on", [.. node.On.Select(TriggerText.Of)]);
            if (!node.HasWork) text.Append(", no work");
            if (node.AssuredAfterFailure) text.Append(", assured");
            if (node.ProceedAfterFailure) text.Append(", proceeds");
            if (node.RunsOn is { } runner) text.Append($", runs on {runner}");
            text.Append(Failing.Contains(node.Name) ? ", FAILS\n" : "\n");
        }

        return text.ToString();

        void Add(string what, IReadOnlyList<string> names)
        {
            if (names.Count > 0) text.Append($", {what} {string.Join(" ", names.Select(name => $"[{name}]"))}");
        }
    }
}
