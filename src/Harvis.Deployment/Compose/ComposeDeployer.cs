using System.Globalization;
using System.Text;
using Harvis.Engine.Logging;
using Harvis.Engine.Processes;
using Harvis.Model.Diagnostics;

namespace Harvis.Deployment.Compose;

/// <summary>Brings a compose project to a release and waits until every container is healthy. What runs already isn't touched.</summary>
/// <param name="processes">Runs <c>docker</c>.</param>
/// <param name="log">Is told what is done.</param>
/// <param name="folder">Where the compose file is written, absolute.</param>
public sealed class ComposeDeployer(IProcessRunner processes, IRunLog log, string folder)
{
    const int LogLinesShown = 40;

    /// <summary>How long the containers may take to become healthy: 5 minutes.</summary>
    public static readonly TimeSpan HealthTime = TimeSpan.FromMinutes(5);

    /// <summary>The compose file.</summary>
    public string File => Path.Combine(folder, "compose.yaml");

    /// <summary>Delivers a release.</summary>
    /// <param name="release">What is to run; its document's containers carry <see cref="ComposeRelease.Label"/> with <paramref name="id"/>.</param>
    /// <param name="id">The release's id.</param>
    /// <param name="cancellationToken">Stops waiting; containers that were started stay.</param>
    /// <returns>Whether anything had to be done.</returns>
    /// <exception cref="DiagnosticException">A port is in use, or the containers don't become healthy; the message holds their last log lines.</exception>
    public async Task<bool> DeployAsync(ComposeRelease release, string id, CancellationToken cancellationToken)
    {
        var containers = await ListAsync(release.Project, cancellationToken);
        if (containers.Count == release.Services && containers.All(container => container.Release == id && container.IsHealthy))
        {
            log.Info($"Release {id[..12]} runs already: {release.Services} healthy containers.");
            return false;
        }

        PortRule.Check(release, containers);
        Directory.CreateDirectory(folder);
        await System.IO.File.WriteAllTextAsync(File, release.Document, new UTF8Encoding(false), cancellationToken);
        log.Info($"Starting release {id[..12]} of {release.Project}: {release.Services} containers.");
        var up = await processes.RunAsync(Compose(release, "up", "--detach", "--remove-orphans", "--wait", "--wait-timeout", Seconds(HealthTime)), cancellationToken);
        if (up.ExitCode != 0) throw await DescribeAsync(release, up, cancellationToken);
        return true;
    }

    async Task<IReadOnlyList<ComposeContainer>> ListAsync(string project, CancellationToken cancellationToken)
    {
        var list = new ProcessCommand("docker", "ps", "--all", "--no-trunc", "--filter", $"label=com.docker.compose.project={project}", "--format", ComposeContainer.Template)
        {
            Quiet = true,
            Timeout = TimeSpan.FromMinutes(1),
        };
        return ComposeContainer.Parse((await processes.RunAsync(list, cancellationToken)).EnsureSuccess().Output);
    }

    async Task<DiagnosticException> DescribeAsync(ComposeRelease release, ProcessResult up, CancellationToken cancellationToken)
    {
        var containers = await ListAsync(release.Project, cancellationToken);
        var sick = containers.Where(container => !container.IsHealthy).Select(container => $"{container.Name} ({container.Status})").ToList();
        var logs = await processes.RunAsync(Compose(release, "logs", "--no-color", "--tail", LogLinesShown.ToString(CultureInfo.InvariantCulture)) with { Quiet = true }, cancellationToken);
        if (logs.Output.TrimEnd() is { Length: > 0 } lines) log.Error(lines);
        return new DiagnosticException(new Diagnostic(
            DeploymentCodes.NotHealthy,
            sick.Count > 0 ? $"These containers of {release.Project} aren't healthy: {string.Join(", ", sick)}." : $"Compose could not start {release.Project}: {LastLine(up.Error)}.",
            "Their last log lines are above; correct the cause and run the target again.")) { IsTransient = true };
    }

    ProcessCommand Compose(ComposeRelease release, params string[] arguments) =>
        new("docker", ["compose", "--project-name", release.Project, "--file", File, "--ansi", "never", .. arguments]) { Timeout = HealthTime + TimeSpan.FromMinutes(10) };

    static string Seconds(TimeSpan time) => ((int)time.TotalSeconds).ToString(CultureInfo.InvariantCulture);

    static string LastLine(string text) => text.Trim().Split('\n')[^1].Trim().TrimEnd('.');
}
