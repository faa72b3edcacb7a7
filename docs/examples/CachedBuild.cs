namespace Harvis.Examples;

sealed class CachedBuild : HarvisBuild
{
    [Parameter("Debug or Release")]
    readonly string Configuration = "Release";

    // <cache>
    Target Site => _ => _
        .Inputs(["site/**", "!site/node_modules/**"], [Configuration], ["node"])
        .Outputs("out/site/**")
        .Executes(async (run, ct) => (await run.Processes.RunAsync(new ProcessCommand("npm", "run", "build"), ct)).EnsureSuccess());
    // </cache>
}
