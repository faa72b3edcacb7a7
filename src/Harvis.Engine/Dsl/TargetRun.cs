using System.Text.Json;
using Harvis.Engine.Environments;
using Harvis.Engine.Logging;
using Harvis.Engine.Processes;
using Harvis.Engine.Running;
using Harvis.Model.Targets;

namespace Harvis.Engine.Dsl;

/// <summary>What a target's body has of the run: its log, processes, files, clock and the results of others.</summary>
public sealed class TargetRun
{
    internal TargetRun(TargetNode node, TargetGraph graph, IRunLog log, IProcessRunner processes, RunServices services, IResultStore results)
    {
        (Node, Graph, Log, Processes, Results) = (node, graph, log, processes, results);
        (Root, Time, Environment, Options) = (services.Root, services.Time, services.Environment, services.Options);
        Temporary = services.Temporary;
    }

    /// <summary>The node that runs.</summary>
    public TargetNode Node { get; }

    /// <summary>All targets of the build, as data.</summary>
    public TargetGraph Graph { get; }

    /// <summary>How each node that it directly depends on ended, by name; of use where it runs after failures too.</summary>
    public IReadOnlyDictionary<string, NodeOutcome> Dependencies { get; internal init; } = new Dictionary<string, NodeOutcome>();

    /// <summary>The item it runs for, where the target is declared for each of several.</summary>
    public string? Item => Node.Item;

    /// <summary>Its log.</summary>
    public IRunLog Log { get; }

    /// <summary>Runs programs; what they print goes to <see cref="Log"/>.</summary>
    public IProcessRunner Processes { get; }

    /// <summary>The repository's root, absolute.</summary>
    public string Root { get; }

    /// <summary>The folder for what needn't be kept, absolute: <c>.nuke/temp</c>.</summary>
    public string Temporary { get; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; }

    /// <summary>The environment variables.</summary>
    public IEnvironment Environment { get; }

    /// <summary>How the run was asked for.</summary>
    public RunOptions Options { get; }

    internal IResultStore Results { get; }

    /// <summary>Hands a result to the targets that consume it.</summary>
    /// <exception cref="InvalidOperationException">The target doesn't say <c>Produces(result)</c>.</exception>
    public void Publish<T>(TargetResult<T> result, T value)
    {
        if (!Node.ProducedResults.Contains(result.Name))
            throw new InvalidOperationException($"Target \"{Node.Name}\" publishes \"{result.Name}\" without declaring it: add Produces({result.Name}).");
        Results.Put(Node.Name, result.Name, JsonSerializer.SerializeToUtf8Bytes(value, result.Json));
    }

    /// <summary>The result of the one target that published it.</summary>
    /// <exception cref="InvalidOperationException">The target doesn't say <c>Consumes(result)</c>, or not exactly one node published it.</exception>
    public T Read<T>(TargetResult<T> result)
    {
        var all = ReadAll(result);
        return all.Count == 1
            ? all.Values.Single()
            : throw new InvalidOperationException($"Result \"{result.Name}\" was published by {all.Count} nodes ({string.Join(", ", all.Keys)}), not by one: use ReadAll.");
    }

    /// <summary>The results of all nodes that published it, by the node's item, or by its name where it is for no item.</summary>
    /// <exception cref="InvalidOperationException">The target doesn't say <c>Consumes(result)</c>.</exception>
    public IReadOnlyDictionary<string, T> ReadAll<T>(TargetResult<T> result)
    {
        if (!Node.ConsumedResults.Contains(result.Name))
            throw new InvalidOperationException($"Target \"{Node.Name}\" reads \"{result.Name}\" without declaring it: add Consumes({result.Name}).");
        return Results.All(result.Name).ToDictionary(entry => Key(entry.Node), entry => JsonSerializer.Deserialize(entry.Json.Span, result.Json)!);
    }

    /// <summary>Tells people something at the end of the run: where the application answers, what was released.</summary>
    public void Note(string text) => Results.Note(text);

    static string Key(string node) => node[(node.IndexOf(TargetNode.ItemSeparator, StringComparison.Ordinal) + 1)..];
}
