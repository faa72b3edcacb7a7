using System.Collections.Concurrent;
using System.Globalization;
using Harvis.Engine.Dsl;
using Harvis.Engine.Planning;
using Harvis.Engine.Processes;
using Harvis.Engine.Records;
using Harvis.Engine.Running;
using Harvis.Engine.Secrets;
using Harvis.Engine.Tests.Commands;
using Harvis.Model.Targets;

namespace Harvis.Engine.Tests.Continuing;

/// <summary>
/// A random graph's nodes with real bodies in a real folder. About half of them are cached: one input file, one output file, written in two
/// writes. The others work from the run's one parameter and from what they depend on.
/// </summary>
sealed class World : IDisposable
{
    readonly Repository _repository = new();
    readonly ConcurrentDictionary<string, int> _done = new();
    readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, string>> _saw = new();
    readonly ConcurrentBag<string> _ran = [];
    readonly HashSet<string> _cached;
    readonly BuildGraph _build;
    HashSet<string> _failing = [];
    HashSet<string> _declining = [];
    string _parameter = "0";

    public World(TargetGraph graph, int seed)
    {
        var random = new Random(seed);
        _cached = [.. graph.Nodes.Where(node => node.Joins.Count == 0 && random.Next(2) == 0).Select(node => node.Name)];
        Graph = new TargetGraph([.. graph.Nodes.Select(node => _cached.Contains(node.Name)
            ? node with { Inputs = new NodeInputs([InputOf(node.Name)], [], []), Outputs = [OutputOf(node.Name)] }
            : node)]);
        _build = new BuildGraph(Graph, [.. Graph.Nodes.Select(WorkOf)], []);
        foreach (var name in _cached) SetInput(name, 0);
    }

    public TargetGraph Graph { get; }

    /// <summary>The nodes whose bodies ran in the last run.</summary>
    public IReadOnlyCollection<string> Ran => _ran;

    public bool IsCached(string name) => _cached.Contains(name);

    public bool Fails(string name) => _failing.Contains(name);

    public bool Declines(string name) => _declining.Contains(name);

    /// <summary>What a node's result follows from, besides those it depends on.</summary>
    public string KeyOf(string name) => IsCached(name) ? _repository.Read(InputOf(name)) : _parameter;

    public void SetInput(string name, int version) => _repository.Write(InputOf(name), $"version {version}");

    /// <summary>A person meddles with what a node left.</summary>
    public void SpoilOutput(string name, bool delete)
    {
        if (!_repository.Has(OutputOf(name))) return;
        if (delete) File.Delete(_repository.PathOf(OutputOf(name)));
        else _repository.Write(OutputOf(name), "spoiled");
    }

    public RunSummary Run(Plan plan, bool continues, int parameter, HashSet<string> failing, HashSet<string> declining)
    {
        (_failing, _declining, _parameter) = (failing, declining, parameter.ToString(CultureInfo.InvariantCulture));
        _ran.Clear();
        var temporary = _repository.PathOf(".nuke/temp");
        var last = continues ? new RunFolders(Path.Combine(temporary, "runs")).Last() : null;
        var services = new RunServices { Root = _repository.Root, Temporary = temporary, Time = TimeProvider.System, Environment = new Variables(), Options = new RunOptions { Continue = continues } };
        var run = new BuildRun(_build, plan, ["All"], services, new RunIdentity("build", _parameter, (_, _) => Task.FromResult("")))
        {
            Mask = text => text,
            Processes = new NodeProcesses((_, log) => new ProcessRunner(_repository.Root, log, new SecretMasker(), TimeProvider.System)),
            Observers = (_, _) => [],
            Previous = last is { Succeeded: false } ? last : null,
        };
        return run.RunAsync(CancellationToken.None, CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(30)).GetAwaiter().GetResult();
    }

    /// <summary>What is wrong with what a node left, if it is said to be done.</summary>
    public string? WrongWith(NodeResult result, IReadOnlyList<NodeResult> results)
    {
        var name = result.Node.Node.Name;
        if (result.Node.Node.Joins.Count > 0 || result.Outcome is not (NodeOutcome.Succeeded or NodeOutcome.Unchanged or NodeOutcome.Resumed)) return null;
        if (IsCached(name)) return _repository.Read(OutputOf(name)) == TextOf(name) ? null : $"{name} left \"{_repository.Read(OutputOf(name))}\" of {KeyOf(name)}";
        return result.Node.Needs.Select(need => results[need]).Where(need => need.Node.Node.Joins.Count == 0 && need.Outcome is not (NodeOutcome.Skipped or NodeOutcome.Failed))
            .Select(need => need.Node.Node.Name)
            .Where(need => _saw[name].TryGetValue(need, out var seen) && seen != StateOf(need))
            .Select(need => $"{name} worked with {need} {_saw[name][need]}, which is {StateOf(need)} now")
            .FirstOrDefault();
    }

    public void Dispose() => _repository.Dispose();

    NodeWork WorkOf(TargetNode node)
    {
        if (node.Joins.Count > 0) return NodeWork.None;
        Guard[] asked = [.. node.Conditions.Where(condition => condition.Holds is null).Select(condition => new Guard(condition.Why, null, _ => Task.FromResult(!Declines(node.Name))))];
        return NodeWork.None with { Bodies = [(_, ct) => DoAsync(node, ct)], Asked = asked };
    }

    async Task DoAsync(TargetNode node, CancellationToken cancellationToken)
    {
        _ran.Add(node.Name);
        _saw[node.Name] = node.DependsOn.ToDictionary(need => need, StateOf);
        if (IsCached(node.Name))
        {
            Directory.CreateDirectory(_repository.PathOf("out"));
            var text = TextOf(node.Name);
            await File.WriteAllTextAsync(_repository.PathOf(OutputOf(node.Name)), text[..^4], cancellationToken);
            if (Fails(node.Name)) throw new InvalidOperationException("half-way");
            await File.WriteAllTextAsync(_repository.PathOf(OutputOf(node.Name)), text, cancellationToken);
        }

        if (Fails(node.Name)) throw new InvalidOperationException("as scripted");
        _done.AddOrUpdate(node.Name, 1, (_, times) => times + 1);
    }

    string StateOf(string name) => IsCached(name) ? KeyOf(name) : $"done {_done.GetValueOrDefault(name)} times";

    string TextOf(string name) => $"{name} of {KeyOf(name)} ends";

    static string InputOf(string name) => $"in/{name.Replace(':', '-')}";

    static string OutputOf(string name) => $"out/{name.Replace(':', '-')}";
}
