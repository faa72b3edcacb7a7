using Harvis.Engine.Commands;
using Harvis.Engine.Dsl;
using Harvis.Engine.Processes;
using Harvis.Engine.Running;
using Harvis.Engine.Secrets;
using Harvis.Engine.Tools;
using Harvis.Model.Diagnostics;

namespace Harvis.Engine.Tests.Commands;

/// <summary>Runs a command line within this process, with edges that a test holds.</summary>
sealed class Command : IDisposable
{
    public Repository Repository { get; } = new();

    public Variables Variables { get; } = [];

    /// <summary>Who answers questions; null where nobody does.</summary>
    public IPrompt? Prompt { get; set; }

    public SecretMasker Masker { get; } = new();

    public string BuildId { get; set; } = "build-1";

    public Gate Tools { get; } = new();

    public CancellationTokenSource Stop { get; } = new();

    public Task<CommandEnd> RunAsync<TBuild>(params string[] arguments)
        where TBuild : HarvisBuild, new() => RunAsync(() => new TBuild(), arguments);

    public async Task<CommandEnd> RunAsync<TBuild>(Func<TBuild> create, params string[] arguments)
        where TBuild : HarvisBuild
    {
        using var output = new StringWriter();
        var diagnostics = new List<Diagnostic>();
        var witness = new Witness();
        var edges = new Edges
        {
            Root = Repository.Root,
            Out = output,
            Report = diagnostics.AddRange,
            Environment = Variables,
            Time = TimeProvider.System,
            Masker = Masker,
            Prompt = Prompt,
            BuildId = BuildId,
            Tools = Tools,
            Processes = new NodeProcesses((_, log) => new ProcessRunner(Repository.Root, log, Masker, TimeProvider.System)),
            Observers = (_, _) => [witness],
            Stop = Stop.Token,
        };
        var exitCode = await new BuildCommand(typeof(TBuild), create, edges).RunAsync(arguments);
        return new CommandEnd(exitCode, output.ToString(), diagnostics, witness.Summary, witness.Log, witness.Parallelism);
    }

    public void Dispose()
    {
        Stop.Dispose();
        Repository.Dispose();
    }

    /// <summary>Finds every tool, and keeps what was asked.</summary>
    public sealed class Gate : IToolGate
    {
        public IReadOnlyList<ToolNeed> Asked { get; private set; } = [];

        public RunOptions? Options { get; private set; }

        /// <summary>What stands in the way.</summary>
        public IReadOnlyList<Diagnostic> Answer { get; set; } = [];

        public Task<IReadOnlyList<Diagnostic>> CheckAsync(IReadOnlyList<ToolNeed> needs, RunOptions options, CancellationToken cancellationToken)
        {
            (Asked, Options) = (needs, options);
            return Task.FromResult(Answer);
        }
    }
}
