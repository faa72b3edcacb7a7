using Harvis.Model.Diagnostics;
using Harvis.Model.Targets;

namespace Harvis.Engine.Dsl;

/// <summary>A build's targets: the graph, and for each of its nodes (same index) what it does.</summary>
sealed record BuildGraph(TargetGraph Graph, IReadOnlyList<NodeWork> Work, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>The names of the targets' functions.</summary>
    public IReadOnlyDictionary<Target, string> Names { get; init; } = new Dictionary<Target, string>();

    /// <summary>The name of a target, or null where it is none of this build.</summary>
    public string? NameOf(Target target) => Names.GetValueOrDefault(target);

    /// <summary>The work of a node.</summary>
    public NodeWork WorkOf(TargetNode node) => Work[Graph.IndexOf(node.Name)];
}
