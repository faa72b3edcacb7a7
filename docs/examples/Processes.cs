namespace Harvis.Examples;

sealed class Processes : HarvisBuild
{
    // <run>
    Target Migrate => _ => _
        .Executes(async (run, ct) =>
        {
            var command = new ProcessCommand("dotnet", "ef", "database", "update", "--no-build")
            {
                WorkingDirectory = "src/Shop",
                Variables = new Dictionary<string, string?> { ["DOTNET_ENVIRONMENT"] = "Staging" },
                Timeout = TimeSpan.FromMinutes(5),
            };
            var result = await run.Processes.RunAsync(command, ct);
            if (result.ExitCode == 3) run.Log.Warning("The database is newer than this code.");
            else result.EnsureSuccess();
        });
    // </run>

    // <output>
    static async Task<string> CommitAsync(IProcessRunner processes, CancellationToken cancellationToken) =>
        (await processes.RunAsync(new ProcessCommand("git", "rev-parse", "HEAD") { Quiet = true }, cancellationToken)).EnsureSuccess().Output.Trim();
    // </output>
}
