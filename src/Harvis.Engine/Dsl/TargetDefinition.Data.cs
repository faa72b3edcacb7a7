using Harvis.Engine.Caching;
using Harvis.Model.Targets;

namespace Harvis.Engine.Dsl;

public sealed partial record TargetDefinition
{
    internal NodeInputs? CacheInputs { get; init; }

    internal IReadOnlyList<string> CacheOutputs { get; init; } = [];

    internal IReadOnlyList<string> ProducedFiles { get; init; } = [];

    internal IReadOnlyList<(TargetReference From, IReadOnlyList<string> Globs)> ConsumedFiles { get; init; } = [];

    internal IReadOnlyList<string> ProducedResults { get; init; } = [];

    internal IReadOnlyList<string> ConsumedResults { get; init; } = [];

    /// <summary>The files that the target's result follows from. While they haven't changed it isn't run again.</summary>
    /// <param name="globs">Relative to the repository's root, with <c>*</c>, <c>**</c> and <c>?</c>; <c>!</c> in front excludes.</param>
    public TargetDefinition Inputs(params string[] globs) => Inputs(globs, [], []);

    /// <summary>What the target's result follows from.</summary>
    /// <param name="globs">Files, relative to the repository's root.</param>
    /// <param name="parameters">Parameters and other values that count: texts, numbers, named values, secrets, lists of them.</param>
    /// <param name="tools">Names of programs whose versions count.</param>
    public TargetDefinition Inputs(IReadOnlyList<string> globs, IReadOnlyList<object?> parameters, IReadOnlyList<string>? tools = null)
    {
        var known = CacheInputs ?? new NodeInputs([], [], []);
        var values = parameters.Select(InputText.Of);
        return this with { CacheInputs = new NodeInputs([.. known.Files, .. globs], [.. known.Values, .. values], [.. known.Tools, .. tools ?? []]) };
    }

    /// <summary>The files that the target leaves: restored from the cache when its inputs haven't changed.</summary>
    /// <param name="globs">Relative to the repository's root.</param>
    public TargetDefinition Outputs(params string[] globs) => this with { CacheOutputs = [.. CacheOutputs, .. globs] };

    /// <summary>Files that the target hands on, to other targets and between CI jobs. Ending without one that a glob promises is a failure.</summary>
    /// <param name="globs">Relative to the repository's root.</param>
    public TargetDefinition Produces(params string[] globs) => this with { ProducedFiles = [.. ProducedFiles, .. globs] };

    /// <summary>Typed results that the target hands on. Ending without one is a failure.</summary>
    public TargetDefinition Produces(params TargetResult[] results) =>
        this with { ProducedResults = [.. ProducedResults, .. results.Select(result => result.Name)] };

    /// <summary>Files that the target takes from one that it depends on; it isn't started without them.</summary>
    /// <param name="target">The target that produces them.</param>
    /// <param name="globs">Which of them; all by default.</param>
    public TargetDefinition Consumes(Target target, params string[] globs) =>
        this with { ConsumedFiles = [.. ConsumedFiles, (new TargetReference.ByFunction(target), globs)] };

    /// <summary>Typed results that the target takes from those it depends on.</summary>
    public TargetDefinition Consumes(params TargetResult[] results) =>
        this with { ConsumedResults = [.. ConsumedResults, .. results.Select(result => result.Name)] };
}
