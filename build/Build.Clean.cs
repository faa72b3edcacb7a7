namespace Harvis.Build;

sealed partial class Build
{
    static readonly TimeSpan UnusedFor = TimeSpan.FromHours(168);

    Target CleanNodes => _ => _
        .Description("Free the nodes' disks of images and build caches that nothing has used for a week")
        .Stage(Cleaning)
        .Requires(ToolCatalogue.DockerEngine, ToolCatalogue.DockerBuildx)
        .On(Trigger.Schedule("0 2 * * 0"))
        .ForEach([HarvisAi.Node1, HarvisAi.Node2], (node, each) => each
            .RunsOn(node)
            .Timeout(TimeSpan.FromMinutes(30))
            .OnDryRun((run, ct) => DockerAsync(run, ct, "system", "df"))
            .Executes(CleanAsync));

    static Stage Cleaning { get; } = new("clean");

    // What a container uses is never removed; what is removed can be pulled or built again.
    static async Task CleanAsync(TargetRun run, CancellationToken cancellationToken)
    {
        var filter = $"until={UnusedFor.TotalHours:0}h";
        await DockerAsync(run, cancellationToken, "image", "prune", "--all", "--force", "--filter", filter);
        await DockerAsync(run, cancellationToken, "buildx", "prune", "--force", "--filter", filter);
    }

    static async Task DockerAsync(TargetRun run, CancellationToken cancellationToken, params string[] arguments) =>
        (await run.Processes.RunAsync(new ProcessCommand("docker", arguments), cancellationToken)).EnsureSuccess();
}
