using System.Text.Json.Serialization;

namespace Harvis.Examples;

// <results>
sealed record PackedFile(string Name, long Bytes);

[JsonSerializable(typeof(PackedFile))]
sealed partial class HandoverJson : JsonSerializerContext;

sealed class Handover : HarvisBuild
{
    static readonly TargetResult<PackedFile> Packed = new("packed", HandoverJson.Default.PackedFile);

    Target Pack => _ => _
        .Produces(Packed)
        .Produces("out/*.nupkg")
        .Executes(async (run, ct) =>
        {
            (await run.Processes.RunAsync(new ProcessCommand("dotnet", "pack", "--output", "out"), ct)).EnsureSuccess();
            var file = new DirectoryInfo(Path.Combine(run.Root, "out")).GetFiles("*.nupkg").Single();
            run.Publish(Packed, new PackedFile(file.Name, file.Length));
        });

    Target Publish => _ => _
        .DependsOn(Pack)
        .Consumes(Pack)
        .Consumes(Packed)
        .Executes((run, _) =>
        {
            var packed = run.Read(Packed);
            run.Note($"Published {packed.Name}, {packed.Bytes} bytes.");
            return Task.CompletedTask;
        });
}
// </results>
