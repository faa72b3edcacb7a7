using System.Text;
using System.Text.Json;
using Harvis.Engine.Environments;
using Harvis.Engine.Files;
using Harvis.Model.Ci;

namespace Harvis.Engine.Handovers;

/// <summary>
/// Takes over from the jobs before this one, and hands over to those after it: as files in <c>.nuke/temp/handover</c>, which GitLab carries as
/// artifacts, and as outputs of the job's step on GitHub.
/// </summary>
/// <param name="folder">The folder of the records.</param>
/// <param name="environment">The variables.</param>
/// <param name="mask">Masks secrets: what is handed over is seen by others.</param>
sealed class Handover(string folder, IEnvironment environment, Func<string, string> mask)
{
    /// <summary>Holds what became of the jobs before this one, as GitHub's <c>toJSON(needs)</c>.</summary>
    public const string NeedsVariable = "HARVIS_NEEDS";

    /// <summary>Names the nodes of other jobs whose records must be there, separated by commas.</summary>
    public const string TakesVariable = "HARVIS_TAKES_OVER";

    /// <summary>Is <c>true</c> where only what triggers the node brought it in.</summary>
    public const string TriggeredVariable = "HARVIS_ONLY_TRIGGERED";

    const string OutputVariable = "GITHUB_OUTPUT";

    // Set in every job; what runs GitLab's jobs on a laptop sets the second without saying that it is GitLab.
    static readonly string[] JobVariables = ["GITHUB_RUN_ID", "CI_PIPELINE_ID"];

    /// <summary>Whether this process is a job of a pipeline, so that others came before it or come after it.</summary>
    public static bool IsWanted(IEnvironment environment) => JobVariables.Any(name => environment.Variable(name) is { Length: > 0 });

    /// <summary>What was handed over to this job.</summary>
    public HandedOver Take() => new(
        [.. FromFiles().Concat(FromNeeds()).DistinctBy(record => record.Node)],
        environment.Variable(TakesVariable)?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [],
        environment.Variable(TriggeredVariable) == "true");

    /// <summary>Hands over what became of this job's nodes.</summary>
    public void Give(IEnumerable<HandoverRecord> records)
    {
        var outputs = new StringBuilder();
        foreach (var record in records)
        {
            var text = mask(HandoverText.Write(record));
            AtomicFile.Write(Path.Combine(folder, $"{CiName.Of(record.Node)}.json"), Encoding.UTF8.GetBytes(text));
            outputs.Append(CiName.Of(record.Node)).Append('=').Append(text).Append('\n');
        }

        if (environment.Variable(OutputVariable) is { Length: > 0 } file) File.AppendAllText(file, outputs.ToString());
    }

    IEnumerable<HandoverRecord> FromFiles()
    {
        if (!Directory.Exists(folder)) yield break;
        foreach (var file in Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            if (HandoverText.TryRead(File.ReadAllText(file), out var record)) yield return record;
        }
    }

    // {"build": {"result": "success", "outputs": {"BuildImages--backend": "{…}"}}}
    IEnumerable<HandoverRecord> FromNeeds()
    {
        if (environment.Variable(NeedsVariable) is not { Length: > 0 } needs) return [];
        using var parsed = JsonDocument.Parse(needs);
        return [.. parsed.RootElement.EnumerateObject()
            .Where(job => job.Value.ValueKind == JsonValueKind.Object && job.Value.TryGetProperty("outputs", out var outputs) && outputs.ValueKind == JsonValueKind.Object)
            .SelectMany(job => job.Value.GetProperty("outputs").EnumerateObject().ToList())
            .Select(output => HandoverText.TryRead(output.Value.GetString() ?? "", out var record) ? record : null)
            .OfType<HandoverRecord>()];
    }
}
