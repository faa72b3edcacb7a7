using System.Text;
using System.Text.Json;

namespace Harvis.Generation.Simulation;

/// <summary>A simulated event as JSON for programs.</summary>
public static class SimulationJson
{
    static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n" };

    /// <summary><c>{"pipelines":[{"system":…,"jobs":[{"id":…,"wave":1,"runner":…,"environment":…,"needs":[…],"targets":[…]}]}],"tags":[…]}</c>.</summary>
    /// <param name="pipelines">What each system does.</param>
    /// <param name="tags">The tags that are put on images.</param>
    public static string Of(IReadOnlyList<SimulatedPipeline> pipelines, IReadOnlyList<string> tags)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Indented))
        {
            json.WriteStartObject();
            json.WriteStartArray("pipelines");
            foreach (var pipeline in pipelines) Write(json, pipeline);
            json.WriteEndArray();
            Texts(json, "tags", tags);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    static void Write(Utf8JsonWriter json, SimulatedPipeline pipeline)
    {
        json.WriteStartObject();
        json.WriteString("system", pipeline.System);
        json.WriteStartArray("jobs");
        foreach (var (job, wave) in pipeline.Jobs)
        {
            json.WriteStartObject();
            json.WriteString("id", job.Id);
            json.WriteNumber("wave", wave);
            json.WriteString("runner", SimulationText.Runner(job));
            if (job.Environment is { } environment) json.WriteString("environment", environment.Name);
            Texts(json, "needs", [.. job.Needs.Where(need => pipeline.Jobs.Any(other => other.Job.Id == need))]);
            Texts(json, "targets", job.Nodes);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    static void Texts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
