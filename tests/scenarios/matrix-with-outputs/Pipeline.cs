using System.Text.Json.Serialization;

namespace Scenarios.MatrixWithOutputs;

sealed class Pipeline : Scenario
{
    static readonly TargetResult<int> Findings = new("findings", Results.Default.Int32);
    static readonly string[] Scanners = ["secrets", "code"];

    Target Scan => _ => _
        .Produces(Findings)
        .ForEach(Scanners, name => name, (scanner, each) => each.Executes((run, _) =>
        {
            run.Publish(Findings, scanner.Length);
            return Task.CompletedTask;
        }));

    Target Judge => _ => _
        .DependsOn(Scan)
        .Consumes(Findings)
        .On(Trigger.Push("main"))
        .Executes((run, _) =>
        {
            run.Note($"{run.ReadAll(Findings).Values.Sum()} findings");
            return Task.CompletedTask;
        });
}

[JsonSerializable(typeof(int))]
sealed partial class Results : JsonSerializerContext;
