using System.Text.Json;
using System.Text.Json.Serialization;

namespace Harvis.Conformance.Tests.Judges;

/// <summary>What two readers of JavaScript make of a YAML file.</summary>
/// <param name="Name">The file.</param>
/// <param name="Modern">What js-yaml reads (YAML 1.2).</param>
/// <param name="Old">What a reader of YAML 1.1 reads.</param>
/// <param name="Error">Why one of them can't read it, or null.</param>
sealed record YamlReading(
    string Name,
    [property: JsonPropertyName("js-yaml")] JsonElement Modern,
    [property: JsonPropertyName("yaml-1.1")] JsonElement Old,
    string? Error)
{
    /// <summary>The readings, in the order of the files.</summary>
    public static Task<IReadOnlyList<YamlReading>> OfAsync(IReadOnlyList<JudgedFile> files, CancellationToken cancellationToken) =>
        JudgeProgram.AskAsync<IReadOnlyList<YamlReading>>("read-yaml.mjs", new { files }, cancellationToken);
}
