using Harvis.Deployment.GitHub;
using Harvis.Deployment.GitHub.Releases;
using Harvis.Engine.Generated;
using Harvis.Generation.GitHubActions.Pins;
using Harvis.Model.Ci;
using Harvis.Model.Diagnostics;

namespace Harvis.Build;

sealed partial class Build
{
    const string ScanWorkflow = CiDocuments.ScanWorkflow;

    Target Generate => _ => _
        .Description("Write every file that is generated from this build; with --check, fail where one differs")
        .Executes(async (run, ct) => await GeneratedFiles.WriteOrCheckAsync([.. (await DocumentsAsync(run, ct)).Select(document => document.File)], run, ct));

    Target CheckGenerated => _ => _
        .Description("Check that every generated file is what the code says")
        .Stage(Stages.Check)
        .Gate()
        .On(Trigger.PullRequest("main", "develop"), Trigger.Push("main"), Trigger.Tag("v*"), Trigger.Manual)
        .Requires(ToolCatalogue.Git)
        .Timeout(TimeSpan.FromMinutes(10))
        .Executes(async (run, ct) => await GeneratedFiles.CheckAsync([.. (await DocumentsAsync(run, ct)).Select(document => document.File)], run, ct));

    Target UpdateActions => _ => _
        .Description("Pin every action to its newest release; then generate again")
        .Requires(() => GitHubToken)
        .Executes(UpdateActionsAsync);

    static async Task<IReadOnlyList<CiDocument>> DocumentsAsync(TargetRun run, CancellationToken cancellationToken)
    {
        var documents = new CiDocuments(run.Graph, await PinsAsync(run, cancellationToken));
        var all = documents.All();
        var tracked = await GitAsync(run, cancellationToken, "-c", "core.quotePath=false", "ls-files");
        IReadOnlyList<Diagnostic> findings = [.. documents.Findings, .. CiPathRules.Check(run.Graph, tracked.Split('\n'))];
        foreach (var warning in findings.Where(finding => finding.Severity != DiagnosticSeverity.Error)) run.Log.Warning(warning.ToString());
        var errors = findings.Where(finding => finding.Severity == DiagnosticSeverity.Error).ToList();
        return errors.Count == 0 ? all : throw new DiagnosticException(errors);
    }

    static async Task<ActionPins> PinsAsync(TargetRun run, CancellationToken cancellationToken) =>
        ActionPins.Parse(await File.ReadAllTextAsync(Path.Combine(run.Root, ActionPins.DefaultPath), cancellationToken));

    async Task UpdateActionsAsync(TargetRun run, CancellationToken cancellationToken)
    {
        var pins = await PinsAsync(run, cancellationToken);
        using var github = new GitHubApi(GitHubRepository.PublicApi, GitHubToken!, run.Log, run.Time);
        var releases = new ActionReleases(github);
        foreach (var pin in pins.All)
        {
            var repository = new GitHubRepository(pin.Action.Owner, pin.Action.Repository);
            var tag = await releases.NewestTagAsync(repository, cancellationToken);
            if (tag == pin.Version) continue;
            pins = pins.With(new ActionPin(pin.Action, await releases.CommitOfAsync(repository, tag, cancellationToken), tag));
            run.Note($"{pin.Action}: {pin.Version} -> {tag}");
        }

        await File.WriteAllTextAsync(Path.Combine(run.Root, ActionPins.DefaultPath), pins.Render(), cancellationToken);
    }
}
