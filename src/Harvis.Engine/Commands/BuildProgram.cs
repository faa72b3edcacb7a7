using System.Diagnostics.CodeAnalysis;
using Harvis.Engine.Dsl;
using Harvis.Engine.Environments;
using Harvis.Engine.Handovers;
using Harvis.Engine.Hosts;
using Harvis.Engine.Logging;
using Harvis.Engine.Processes;
using Harvis.Engine.Reporting;
using Harvis.Engine.Running;
using Harvis.Engine.Secrets;
using Harvis.Model.Diagnostics;

namespace Harvis.Engine.Commands;

/// <summary>The composition root: the only place that makes what touches the process, the console and the clock.</summary>
static class BuildProgram
{
    public static async Task<int> RunAsync(Type build, Func<HarvisBuild> create, IReadOnlyList<string> arguments)
    {
        var environment = new ProcessEnvironment();
        var masker = new SecretMasker();
        using var console = new SystemConsole(masker);
        var host = Host.Detect(environment, console.IsTerminal);
        var printer = new DiagnosticPrinter(console, host);
        void Report(IReadOnlyList<Diagnostic> diagnostics)
        {
            console.Out.Flush();
            printer.Print(diagnostics);
        }

        if (RepositoryRoot.Find(environment) is not { } root)
        {
            Report([new Diagnostic(DiagnosticCodes.NoRoot, "No folder above the build or the current folder holds a folder .nuke.", $"Run it inside the repository, or name the root in {RepositoryRoot.Variable}.")]);
            return ExitCode.Wrong;
        }

        using var signals = new StopSignals();
        var verbose = arguments.Contains("--verbose");
        var edges = new Edges
        {
            Root = root,
            Out = console.Out,
            Report = Report,
            Environment = environment,
            Time = TimeProvider.System,
            Masker = masker,
            Prompt = host.Kind == HostKind.Terminal && !IsInputRedirected() ? new ConsolePrompt(console) : null,
            BuildId = BuildIdentity.Of(build, AppContext.BaseDirectory),
            Tools = new ToolGate(root, environment, masker, console, TimeProvider.System),
            Processes = new NodeProcesses((_, log) => new ProcessRunner(root, log, masker, TimeProvider.System)),
            Observers = (_, folder) => Observers(host, console, environment, signals, folder, Path.Combine(root, ".nuke", "temp", "logs"), verbose),
            Handover = Handover.IsWanted(environment) ? new Handover(Path.Combine(root, ".nuke", "temp", "handover"), environment, masker.Mask) : null,
            Stop = signals.Stop,
            Kill = signals.Kill,
        };
        return await new BuildCommand(build, create, edges).RunAsync(arguments);
    }

    static IEnumerable<IRunObserver> Observers(
        Host host, IConsole console, IEnvironment environment, StopSignals signals, string folder, string temporary, bool verbose)
    {
        var view = RunView.Create(host, console, new RunViewOptions { Verbose = verbose, TemporaryFolder = temporary }, TimeProvider.System);
        signals.Stop.Register(view.CancelRequested);
        return [view, new ReportObserver(folder, host.Kind == HostKind.GitHubActions ? environment.Variable("GITHUB_STEP_SUMMARY") : null)];
    }

    [SuppressMessage("ApiDesign", "RS0030:Do not use banned APIs", Justification = "Part of the composition root.")]
    static bool IsInputRedirected() => Console.IsInputRedirected;
}
