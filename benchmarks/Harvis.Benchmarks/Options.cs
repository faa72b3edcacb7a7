using System.Globalization;

namespace Harvis.Benchmarks;

/// <summary>What the command line asks for.</summary>
/// <param name="Kinds">Which benchmarks.</param>
/// <param name="Runs">How many runs of each are counted.</param>
/// <param name="Root">The repository's root.</param>
/// <param name="Programs">The folder of the compiled programs that are measured.</param>
/// <param name="BakeFile">The file for <c>docker buildx bake</c> that builds what the pipeline builds; null where there is none.</param>
/// <param name="Output">The JSON file to write.</param>
sealed record Options(IReadOnlyList<BenchmarkKind> Kinds, int Runs, string Root, string Programs, string? BakeFile, string Output)
{
    /// <summary>Reads <c>--kinds Start,Engine --runs 10 --root … --programs … --bake … --output …</c>.</summary>
    /// <exception cref="ArgumentException">An option is missing or wrong.</exception>
    public static Options Parse(IReadOnlyList<string> arguments)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i + 1 < arguments.Count; i += 2) values[arguments[i]] = arguments[i + 1];
        string Required(string name) => values.GetValueOrDefault(name) ?? throw new ArgumentException($"{name} is missing.");
        var kinds = Required("--kinds").Split(',').Select(Enum.Parse<BenchmarkKind>).ToList();
        return new Options(
            kinds.Contains(BenchmarkKind.All) ? Enum.GetValues<BenchmarkKind>() : kinds,
            int.Parse(Required("--runs"), NumberStyles.None, CultureInfo.InvariantCulture),
            Path.GetFullPath(Required("--root")),
            Path.GetFullPath(Required("--programs")),
            values.GetValueOrDefault("--bake"),
            Path.GetFullPath(Required("--output")));
    }
}
