using System.Globalization;
using System.Text;
using System.Text.Json;
using Harvis.Engine.Dsl;
using Harvis.Engine.Logging;
using Harvis.Engine.Parameters;
using Harvis.Engine.Processes;
using Harvis.Model.Secrets;

namespace Harvis.Integration.Pipeline;

/// <summary>A build that the integration tests start as a process of its own, with a temporary folder as its repository.</summary>
sealed class Pipeline : HarvisBuild
{
    [Parameter("How careful to be")] readonly Care Care = Care.Normal;
    [Parameter("A number")] readonly int Number = 1;
    [Parameter("A name that nobody sets")] readonly string? Missing;
    [Secret("A secret")] readonly Secret? ApiToken;

    Target Greet => _ => _.Description("Say hello").Executes((run, _) => Said(run, $"hello, {Care} {Number}"));

    Target NeedsMissing => _ => _.Requires(Missing).Executes(() => { });

    Target NeedsSecret => _ => _.Requires(ApiToken).Executes(() => { });

    Target Chicken => _ => _.DependsOn(Egg).Executes(() => { });

    Target Egg => _ => _.DependsOn(Chicken).Executes(() => { });

    Target Sleep => _ => _.Executes(async (run, ct) =>
    {
        await File.WriteAllTextAsync(Path.Combine(run.Root, "sleeping"), "", ct);
        await run.Processes.RunAsync(new ProcessCommand("sh", "-c", "sleep 3141 & sleep 3141"), ct);
    });

    Target CleanUp => _ => _.DependsOn(Sleep).AssuredAfterFailure().Executes((run, ct) => File.WriteAllTextAsync(Path.Combine(run.Root, "cleaned"), "", ct));

    Target Leak => _ => _.Requires(ApiToken).Executes(async (run, ct) =>
    {
        var value = ApiToken!.Reveal();
        run.Log.Info($"plain {value}");
        run.Log.Info($"base64 {Convert.ToBase64String(Encoding.UTF8.GetBytes(value))}");
        run.Log.Info($"inside base64 {Convert.ToBase64String(Encoding.UTF8.GetBytes($"user:{value}"))}");
        run.Log.Info($"url {Uri.EscapeDataString(value)}");
        run.Log.Info($"json {JsonEncodedText.Encode(value)}");
        run.Log.Info($"two lines {value[..12]}\n{value[12..]} end");
        run.Log.Info($"two entries {value[..12]}");
        run.Log.Info(value[12..]);
        run.Note($"note {value}");
        var child = new ProcessCommand("sh", "-c", "printf %s \"${TOKEN%??????}\"; sleep 0.2; printf '%s\\n' \"${TOKEN#\"${TOKEN%??????}\"}\"; printf 'child %s\\n' \"$TOKEN\" >&2; printf '%s\\n%s\\n' \"${TOKEN%??????}\" \"${TOKEN#\"${TOKEN%??????}\"}\"; cat; cat /proc/$$/cmdline /proc/$PPID/cmdline >arguments")
        {
            SecretVariables = new Dictionary<string, Secret> { ["TOKEN"] = ApiToken },
            SecretInput = ApiToken,
        };
        await run.Processes.RunAsync(child, ct);
        throw new InvalidOperationException($"failed with {value}");
    });

    /// <summary>Fifty nodes: each waits for up to three before it, works for a few milliseconds and leaves a file in two writes; every other one is cached.</summary>
    protected override void DefineTargets(TargetCollection targets)
    {
        var random = new Random(20260101);
        for (var i = 0; i < 50; i++)
        {
            var (name, number) = (string.Create(CultureInfo.InvariantCulture, $"Node{i}"), i);
            var before = Enumerable.Range(0, Math.Min(i, 3)).Select(_ => string.Create(CultureInfo.InvariantCulture, $"Node{random.Next(number)}")).Distinct().ToArray();
            targets.Add(name, _ => Cached(_.DependsOn(before).Unlisted(), number).Executes((run, ct) => WorkAsync(name, run, ct)));
        }

        targets.Add("All", _ => _.DependsOn([.. Enumerable.Range(0, 50).Select(i => string.Create(CultureInfo.InvariantCulture, $"Node{i}"))]));
    }

    static TargetDefinition Cached(TargetDefinition definition, int number) =>
        number % 2 == 0 ? definition.Inputs("input.txt").Outputs(string.Create(CultureInfo.InvariantCulture, $"out/Node{number}")) : definition;

    static async Task WorkAsync(string name, TargetRun run, CancellationToken ct)
    {
        await AppendAsync(run, $"start {name}\n", ct);
        Directory.CreateDirectory(Path.Combine(run.Root, "out"));
        await using (var file = File.Create(Path.Combine(run.Root, "out", name)))
        {
            await file.WriteAsync(Encoding.UTF8.GetBytes($"{name} begins, "), ct);
            await file.FlushAsync(ct);
            await Task.Delay(TimeSpan.FromMilliseconds(60), ct);
            await file.WriteAsync(Encoding.UTF8.GetBytes($"{name} ends"), ct);
        }

        await AppendAsync(run, $"end {name}\n", ct);
    }

    // One write, appended by the kernel: lines of several nodes and several runs never mix.
    static async Task AppendAsync(TargetRun run, string line, CancellationToken ct)
    {
        await using var log = new FileStream(Path.Combine(run.Root, "work.log"), FileMode.Append, FileAccess.Write, FileShare.ReadWrite, 0);
        await log.WriteAsync(Encoding.UTF8.GetBytes(line), ct);
    }

    static Task Said(TargetRun run, string text)
    {
        run.Log.Info(text);
        return Task.CompletedTask;
    }
}
