using System.Text.Json;
using System.Text.Json.Serialization;

namespace Harvis.Benchmarks.Results;

/// <summary>Writes the report.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, NewLine = "\n", PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(BenchmarkReport))]
sealed partial class ReportJson : JsonSerializerContext
{
    public static void Write(string path, BenchmarkReport report)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        File.WriteAllText(path, JsonSerializer.Serialize(report, Default.BenchmarkReport) + "\n");
    }
}
