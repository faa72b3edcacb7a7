using System.Globalization;
using System.Text;
using Harvis.Benchmarks.Processes;

namespace Harvis.Benchmarks.Comparisons;

/// <summary>An empty repository in a temporary folder, in which the measured build runs.</summary>
sealed class Repository : IDisposable
{
    readonly string _program;

    /// <summary>An empty repository.</summary>
    /// <param name="programs">The folder of the compiled programs.</param>
    public Repository(string programs)
    {
        _program = Path.Combine(programs, "Pipeline", "Harvis.Benchmarks.Pipeline.dll");
        Directory.CreateDirectory(Path.Combine(Root, ".nuke"));
    }

    /// <summary>Its folder.</summary>
    public string Root { get; } = Directory.CreateTempSubdirectory("harvis-bench-").FullName;

    /// <summary>The build, run by <c>dotnet</c>.</summary>
    public MeasuredCommand Build(params IReadOnlyList<string> arguments) => InRepository("dotnet", [_program, .. arguments]);

    /// <summary>The build in a folder with the product's <c>build.sh</c>, which runs it: the start of a repository that uses Harvis.</summary>
    public MeasuredCommand Script(string root, params IReadOnlyList<string> arguments) => InRepository(Path.Combine(root, "build.sh"), arguments);

    /// <summary>A makefile with so many targets that do nothing; <c>all</c> needs them.</summary>
    public MeasuredCommand Make(int targets, bool isChain)
    {
        var text = new StringBuilder("all:");
        for (var i = isChain ? targets - 1 : 0; i < targets; i++) text.Append(CultureInfo.InvariantCulture, $" t{i}");
        text.Append('\n');
        for (var i = 0; i < targets; i++)
            text.Append(isChain && i > 0 ? string.Create(CultureInfo.InvariantCulture, $"t{i}: t{i - 1}\n\t@:\n") : string.Create(CultureInfo.InvariantCulture, $"t{i}:\n\t@:\n"));
        var file = Path.Combine(Root, string.Create(CultureInfo.InvariantCulture, $"Makefile.{targets}.{isChain}"));
        File.WriteAllText(file, text.ToString());
        return InRepository("make", ["-j16", "-f", file, "all"]);
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    // The hosts' variables would change what is printed; the root is this one.
    MeasuredCommand InRepository(string program, IReadOnlyList<string> arguments) => new(program, arguments)
    {
        Folder = Root,
        Variables = new Dictionary<string, string> { ["HARVIS_ROOT"] = Root, ["CI"] = "", ["GITHUB_ACTIONS"] = "", ["GITLAB_CI"] = "", ["NO_COLOR"] = "1" },
    };
}
