namespace Harvis.Examples;

sealed class FailingBuild : HarvisBuild
{
    // <failure>
    Target StartServer => _ => _
        .Executes(() => { });

    Target Test => _ => _
        .DependsOn(StartServer)
        .ProceedAfterFailure()
        .Triggers(Report)
        .Timeout(TimeSpan.FromMinutes(10))
        .Executes(() => { });

    Target Report => _ => _
        .Executes(() => { });

    Target StopServer => _ => _
        .TriggeredBy(StartServer)
        .After(Test)
        .AssuredAfterFailure()
        .Executes(() => { });
    // </failure>

    // <retry>
    Target Upload => _ => _
        .Retry(3, Backoff.Exponential(TimeSpan.FromSeconds(1), factor: 2, longest: TimeSpan.FromSeconds(30)))
        .Timeout(TimeSpan.FromMinutes(2))
        .Executes(async (run, ct) => (await run.Processes.RunAsync(new ProcessCommand("./upload"), ct)).EnsureSuccess());
    // </retry>
}
