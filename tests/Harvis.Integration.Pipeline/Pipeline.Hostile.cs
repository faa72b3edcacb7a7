using Harvis.Engine.Dsl;
using Harvis.Engine.Logging;
using Harvis.Engine.Parameters;
using Harvis.Engine.Processes;
using Harvis.Model.Secrets;

namespace Harvis.Integration.Pipeline;

/// <summary>Targets that do what targets shouldn't, or what happens to them on a bad day.</summary>
sealed partial class Pipeline
{
    const string TwoLinesInTwoWrites =
        "first=$(printf '%s\\n' \"$KEY\" | head -n 1); rest=$(printf '%s\\n' \"$KEY\" | tail -n +2); printf '%s\\n' \"$first\"; sleep 0.2; printf %s \"${rest%????????}\"; sleep 0.2; printf '%s\\n' \"${rest#\"${rest%????????}\"}\"";

    [Secret("A secret of several lines")] readonly Secret? SigningKey;

    Target LeakLines => _ => _.Unlisted().Requires(SigningKey).Executes(async (run, ct) =>
    {
        var lines = SigningKey!.Reveal().Split('\n');
        foreach (var line in lines) run.Log.Warning($"line {line}");
        run.Log.Error(SigningKey.Reveal().ReplaceLineEndings("\r\n"));
        var child = new ProcessCommand("sh", "-c", TwoLinesInTwoWrites) { SecretVariables = new Dictionary<string, Secret> { ["KEY"] = SigningKey } };
        var result = await run.Processes.RunAsync(child, ct);
        if (!result.Output.Contains(lines[^1], StringComparison.Ordinal)) throw new InvalidOperationException("The child didn't get the secret.");
        (await run.Processes.RunAsync(new ProcessCommand("sh", "-c", "cat; exit 3") { SecretInput = SigningKey }, ct)).EnsureSuccess();
    });

    Target HandOver => _ => _.Unlisted().Requires(ApiToken).Executes(async (run, ct) => (await run.Processes.RunAsync(
        new ProcessCommand("sh", "-c", $"cat > /dev/null; test -n \"$TOKEN\" && touch '{run.Root}/handed' && sleep 1; exit $?")
        {
            SecretVariables = new Dictionary<string, Secret> { ["TOKEN"] = ApiToken! },
            SecretInput = ApiToken,
        },
        ct)).EnsureSuccess());

    Target SlowCleanUp => _ => _.Unlisted().DependsOn(Sleep).AssuredAfterFailure().Executes(async (run, ct) =>
    {
        await File.WriteAllTextAsync(Path.Combine(run.Root, "cleaning"), "", ct);
        await run.Processes.RunAsync(new ProcessCommand("sh", "-c", "sleep 3141 & sleep 3141"), ct);
        await File.WriteAllTextAsync(Path.Combine(run.Root, "cleaned"), "", ct);
    });

    Target Commands => _ => _.Unlisted().Executes((run, _) =>
    {
        run.Log.Info("::error file=a.cs::not an error\n::stop-commands::x\n##[group]not a group");
        run.Log.Info("\e[0Ksection_start:1:mine\r\e[0Knot a section");
        return Task.CompletedTask;
    });

    Target FillTemporary => _ => _.Unlisted().Executes(async (run, ct) =>
    {
        try
        {
            await using var file = new FileStream(Path.Combine(run.Temporary, "filler"), FileMode.Create, FileAccess.Write, FileShare.None, 0);
            while (true) await file.WriteAsync(new byte[512], ct);
        }
        catch (IOException)
        {
            // Full: what comes next has to live with it.
        }
    });

    Target Small => _ => _.Unlisted().DependsOn(FillTemporary).ForEach(Enumerable.Range(0, 200), item => $"{item}", (_, each) => each.Executes(() => { }));
}
