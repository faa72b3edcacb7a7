using System.Reflection;
using Harvis.Engine.CommandLines;
using Harvis.Engine.Dsl;
using Harvis.Engine.Parameters;
using Harvis.Engine.Planning;
using Harvis.Engine.Running;
using Harvis.Model.Diagnostics;

namespace Harvis.Engine.Commands;

/// <summary>Does what a command line asks of a build: arguments, parameters, graph, plan, run; each step only if the one before it found nothing wrong.</summary>
/// <param name="type">The build's type.</param>
/// <param name="create">Makes the build.</param>
/// <param name="edges">Where it meets the world.</param>
sealed class BuildCommand(Type type, Func<HarvisBuild> create, Edges edges)
{
    IReadOnlyList<ParameterDeclaration> _parameters = [];
    Dictionary<string, IReadOnlyList<string>> _answers = new(StringComparer.Ordinal);

    public async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        try
        {
            return await DoAsync(Create(), arguments);
        }
        catch (DiagnosticException refused)
        {
            edges.Report(refused.Diagnostics);
            return ExitCode.Wrong;
        }
        catch (IOException full) when (Failures.IsRefusal(full))
        {
            edges.Report([Failures.DiskIsFull(full)]);
            return ExitCode.Wrong;
        }
        catch (Exception broken) when (broken is TypeInitializationException or TargetInvocationException)
        {
            // Static values that are made when they are first looked at.
            edges.Report([BrokenCode.Refuse(broken, type)]);
            return ExitCode.Wrong;
        }
    }

    async Task<int> DoAsync(HarvisBuild build, IReadOnlyList<string> arguments)
    {
        (_parameters, var wrong) = ParameterDiscovery.Of(build.GetType());
        if (IsRefused(wrong)) return ExitCode.Wrong;
        if (arguments is [CompletionScript.Ask, ..]) return Complete(build, [.. arguments.Skip(1)]);

        var line = CommandLineParser.Parse(arguments, _parameters);
        if (IsRefused(line.Diagnostics)) return ExitCode.Wrong;
        if (line.Mode == CommandMode.Completion) return Print(CompletionScript.For(line.Shell));

        var bound = Bind(build, line);
        if (line.Mode == CommandMode.Help)
        {
            var targets = GraphBuilder.Build(build);
            IsRefused([.. bound, .. targets.Diagnostics]);
            return Print(HelpText.Of(build, targets.Graph, NameOfDefault(build, targets), _parameters));
        }

        if (IsRefused(bound)) return ExitCode.Wrong;
        var graph = GraphBuilder.Build(build);
        if (IsRefused(graph.Diagnostics)) return ExitCode.Wrong;
        if (line.Mode == CommandMode.Graph) return Draw(graph, line);
        return await PlanAndRunAsync(build, graph, line);
    }

    HarvisBuild Create()
    {
        try
        {
            return create();
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            throw new DiagnosticException(BrokenCode.Refuse(broken, type));
        }
    }

    async Task<int> PlanAndRunAsync(HarvisBuild build, BuildGraph graph, CommandLine line)
    {
        var previous = line.Run.Continue ? Continuation.Find(edges.Root, line) : null;
        if (line.Run.Continue && previous is null) edges.Report([Continuation.Nothing]);

        var targets = line.Targets.Count > 0 ? line.Targets : previous?.Targets ?? Default(build, graph);
        var plan = Planner.Plan(graph.Graph, new PlanRequest { Targets = targets, Skip = line.Skip, Only = line.Only });
        if (IsRefused(plan.Diagnostics)) return ExitCode.Wrong;
        if (line.Mode == CommandMode.Plan) return Print(line.Json ? PlanText.Json(plan) : PlanText.ForPeople(plan));

        var missing = Requirements.Check(plan, graph, _parameters);
        if (missing.Count > 0 && Answer(missing))
        {
            var again = Create();
            if (IsRefused(Bind(again, line))) return ExitCode.Wrong;
            return await PlanAndRunAsync(again, GraphBuilder.Build(again), line);
        }

        if (IsRefused([.. missing.Select(unmet => unmet.Diagnostic)])) return ExitCode.Wrong;
        if (!await UsableToolsAsync(plan, graph, line.Run)) return ExitCode.Wrong;
        SchemaFile.Update(edges, graph.Graph, _parameters);
        return await RunAsync(build, graph, plan, targets, line.Run, previous);
    }

    async Task<int> RunAsync(HarvisBuild build, BuildGraph graph, Plan plan, IReadOnlyList<string> targets, RunOptions options, Records.PreviousRun? previous)
    {
        var services = new RunServices
        {
            Root = edges.Root,
            Temporary = Path.Combine(edges.Root, ".nuke", "temp"),
            Time = edges.Time,
            Environment = edges.Environment,
            Options = options,
        };
        var identity = new RunIdentity(edges.BuildId, RunValues.Of(build, _parameters), new ToolVersions(edges.Processes).OfAsync);
        var run = new BuildRun(graph, plan, targets, services, identity)
        {
            Mask = edges.Masker.Mask,
            Processes = edges.Processes,
            Observers = edges.Observers,
            Previous = previous,
            Handover = edges.Handover,
        };
        var summary = await run.RunAsync(edges.Stop, edges.Kill);
        return summary.Outcome switch
        {
            RunOutcome.Succeeded => ExitCode.Done,
            RunOutcome.Failed => summary.IsRefused ? ExitCode.Wrong : ExitCode.Failed,
            _ => ExitCode.Cancelled,
        };
    }

    async Task<bool> UsableToolsAsync(Plan plan, BuildGraph graph, RunOptions options)
    {
        var needs = ToolNeeds.Of(plan, graph);
        return needs.Count == 0 || !IsRefused(await edges.Tools.CheckAsync(needs, options, edges.Stop));
    }

    IReadOnlyList<Diagnostic> Bind(HarvisBuild build, CommandLine line)
    {
        var warnings = new List<Diagnostic>();
        var values = line.Values.ToDictionary(StringComparer.Ordinal);
        foreach (var (name, answer) in _answers) values[name] = answer;
        var binder = new ParameterBinder(_parameters, edges.Environment, edges.Root);
        var wrong = binder.Bind(build, values, line.Profiles, secret =>
        {
            if (edges.Masker.Register(secret) is { } warning) warnings.Add(warning);
        });
        foreach (var secret in _parameters.Where(parameter => parameter.IsSecret && _answers.ContainsKey(parameter.Name)))
        {
            var answer = new Model.Secrets.Secret(secret.Name, _answers[secret.Name][0]);
            edges.Masker.Register(answer);
            secret.Set(build, answer);
        }

        return [.. warnings, .. wrong];
    }

    // In a terminal a person is asked, once, for each parameter that is missing; elsewhere the diagnostic stands.
    bool Answer(IReadOnlyList<UnmetRequirement> missing)
    {
        if (edges.Prompt is not { } prompt || missing.Any(unmet => unmet.Parameter is null || _answers.ContainsKey(unmet.Parameter.Name))) return false;
        var answers = new Dictionary<string, IReadOnlyList<string>>(_answers, StringComparer.Ordinal);
        foreach (var parameter in missing.Select(unmet => unmet.Parameter!).DistinctBy(parameter => parameter.Name))
        {
            if (prompt.Ask(parameter.Name, parameter.Description, parameter.IsSecret) is not { Length: > 0 } answer) return false;
            answers[parameter.Name] = [answer];
        }

        _answers = answers;
        return true;
    }

    int Complete(HarvisBuild build, IReadOnlyList<string> words)
    {
        var graph = GraphBuilder.Build(build);
        return Print(string.Concat(Completion.Of(words, graph.Graph, _parameters).Select(word => word + "\n")));
    }

    int Print(string text)
    {
        edges.Out.Write(edges.Masker.Mask(text));
        edges.Out.Flush();
        return ExitCode.Done;
    }

    bool IsRefused(IReadOnlyList<Diagnostic> diagnostics)
    {
        if (diagnostics.Count == 0) return false;
        edges.Report(diagnostics);
        return diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }

    int Draw(BuildGraph graph, CommandLine line)
    {
        if (line.Targets.Count == 0) return Print(GraphText.Of(graph.Graph, graph.Graph.Nodes));
        var plan = Planner.Plan(graph.Graph, new PlanRequest { Targets = line.Targets, Only = line.Only });
        return IsRefused(plan.Diagnostics) ? ExitCode.Wrong : Print(GraphText.Of(graph.Graph, [.. plan.Nodes.Select(node => node.Node)]));
    }

    static IReadOnlyList<string> Default(HarvisBuild build, BuildGraph graph) => NameOfDefault(build, graph) is { } name ? [name] : [];

    static string? NameOfDefault(HarvisBuild build, BuildGraph graph) => build.Default is { } target ? graph.NameOf(target) : null;
}
