using Harvis.Engine.Parameters;
using Harvis.Model.Names;
using Harvis.Model.Targets;

namespace Harvis.Engine.CommandLines;

/// <summary>What can stand next on a command line.</summary>
static class Completion
{
    /// <summary>The words that fit.</summary>
    /// <param name="words">The words so far; the last one is being written and may be empty.</param>
    /// <param name="graph">The targets.</param>
    /// <param name="parameters">The parameters.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> words, TargetGraph graph, IReadOnlyList<ParameterDeclaration> parameters)
    {
        var word = words.Count > 0 ? words[^1] : "";
        var before = words.Count > 1 ? words[^2] : "";
        var candidates = Values(before, parameters) ?? (word.StartsWith('-') ? Options(parameters) : Targets(graph));
        return [.. candidates.Where(candidate => candidate.StartsWith(word, StringComparison.OrdinalIgnoreCase))];
    }

    static IEnumerable<string>? Values(string option, IReadOnlyList<ParameterDeclaration> parameters)
    {
        if (!option.StartsWith("--", StringComparison.Ordinal)) return null;
        if (option == "--completion") return ["bash", "zsh", "pwsh"];
        var parameter = parameters.FirstOrDefault(parameter => ParameterName.Same(parameter.Option, option));
        return parameter is null or { IsSwitch: true } or { IsSecret: true } ? null : ParameterConversion.Allowed(parameter);
    }

    static IEnumerable<string> Options(IReadOnlyList<ParameterDeclaration> parameters) =>
        parameters.Where(parameter => !parameter.IsSecret).Select(parameter => parameter.Option).Concat(EngineOption.All.Select(option => option.Name));

    static IEnumerable<string> Targets(TargetGraph graph) => graph.Targets.Where(target => target.Listed).Select(target => target.Name);
}
