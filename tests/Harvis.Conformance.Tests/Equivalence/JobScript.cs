using System.Text.Json.Nodes;

namespace Harvis.Conformance.Tests.Equivalence;

/// <summary>The nodes that a job's script starts the build for, read from the script itself.</summary>
static class JobScript
{
    const string Start = "./build.sh ";
    const string End = " --only";

    public static IReadOnlyList<string> Nodes(StartedJob started)
    {
        var script = Scripts(started.Keywords).FirstOrDefault(script => script.StartsWith(Start, StringComparison.Ordinal) && script.EndsWith(End, StringComparison.Ordinal))
            ?? throw new FormatException($"Job \"{started.Leg.Job}\" has no script \"{Start}<nodes>{End}\".");
        return [.. script[Start.Length..^End.Length].Split(' ').Select(word => Word(word, started.Variables))];
    }

    static IEnumerable<string> Scripts(JsonObject keywords) =>
        keywords["steps"].Items().Select(step => step?["run"].Text()).Concat(keywords["script"].Texts()).OfType<string>().Select(script => script.Trim());

    // "$NODE" is the leg of a matrix.
    static string Word(string word, IReadOnlyDictionary<string, string> variables)
    {
        var bare = word.Trim('"');
        return bare.StartsWith('$') ? variables[bare[1..]] : bare;
    }
}
