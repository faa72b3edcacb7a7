using System.Collections.Concurrent;
using Harvis.Engine.Dsl;
using Harvis.Engine.Environments;
using Harvis.Engine.Generated;
using Harvis.Engine.Logging;
using Harvis.Engine.Processes;
using Harvis.Engine.Running;
using Harvis.Model.Files;
using Harvis.Model.Targets;
using Xunit;

namespace Harvis.Engine.Tests.Generated;

/// <summary>A folder of its own into which files are generated. Git holds the files that the test names.</summary>
sealed class GeneratedFolder : IDisposable, IRunLog, IProcessRunner, IEnvironment
{
    readonly string _root = Directory.CreateTempSubdirectory("harvis-generated-").FullName;
    readonly ConcurrentQueue<string> _log = new();

    public HashSet<string> InGit { get; } = [];

    public string Log => string.Join('\n', _log);

    public IReadOnlyCollection<string> Names => [];

    public void Put(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_root, path))!);
        File.WriteAllText(Path.Combine(_root, path), text);
    }

    public string? Text(string path) => File.Exists(Path.Combine(_root, path)) ? File.ReadAllText(Path.Combine(_root, path)) : null;

    public IReadOnlyList<string> All() =>
        [.. Directory.EnumerateFiles(_root, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(_root, path).Replace('\\', '/')).Where(path => !path.StartsWith(".nuke/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    public Task GenerateAsync(bool check = false, params GeneratedFile[] files)
    {
        var services = new RunServices
        {
            Root = _root,
            Temporary = Path.Combine(_root, ".nuke", "temp"),
            Time = TimeProvider.System,
            Environment = this,
            Options = new RunOptions { Check = check },
        };
        var node = new TargetNode { Name = "Generate", Target = "Generate" };
        var run = new TargetRun(node, new TargetGraph([node]), this, this, services, new ResultStore(text => text));
        return GeneratedFiles.WriteOrCheckAsync(files, run, TestContext.Current.CancellationToken);
    }

    public void Write(LogLevel level, string text) => _log.Enqueue(level == LogLevel.Info ? text : $"{level}: {text}");

    public Task<ProcessResult> RunAsync(ProcessCommand command, CancellationToken cancellationToken) =>
        Task.FromResult(new ProcessResult(command, 0, InGit.Contains(command.Arguments[^1]) ? "" : $"?? {command.Arguments[^1]}\n", ""));

    public string? Variable(string name) => null;

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
