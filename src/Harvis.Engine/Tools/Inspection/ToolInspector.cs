using System.Collections.Concurrent;
using System.Diagnostics;
using Harvis.Engine.Environments;
using Harvis.Engine.Processes;
using Harvis.Engine.Tools.Machines;

namespace Harvis.Engine.Tools.Inspection;

/// <summary>Looks which of the needed tools are here: all at once, each with a time limit, each once a run.</summary>
public sealed class ToolInspector(IProcessRunner processes, IServiceProbe services, IMachineFiles files, IEnvironment environment)
{
    readonly ConcurrentDictionary<Tool, Task<ToolState>> _states = new();

    /// <summary>How long one tool may take to tell its version. The default is 10 seconds.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Looks at each needed tool; needs of the same name become one, with the highest minimum version.</summary>
    /// <returns>The states in the order in which the tools are first needed.</returns>
    public async Task<IReadOnlyList<ToolStatus>> InspectAsync(IReadOnlyList<ToolNeed> needs, CancellationToken cancellationToken)
    {
        var statuses = needs.GroupBy(need => need.Tool.Name).Select(async same =>
        {
            var tool = same.MaxBy(need => need.Tool.MinimumVersion)!.Tool;
            var state = await StateOfAsync(tool, cancellationToken);
            return new ToolStatus(tool, state, [.. same.Select(need => need.By).Distinct()], same.Any(need => !need.IsOptional));
        });
        return await Task.WhenAll(statuses);
    }

    /// <summary>Forgets what was seen, so that the next look is a real one.</summary>
    public void Forget() => _states.Clear();

    async Task<ToolState> StateOfAsync(Tool tool, CancellationToken cancellationToken)
    {
        var state = _states.GetOrAdd(tool, missing => CheckAsync(missing, cancellationToken));
        try
        {
            return await state;
        }
        catch
        {
            // A cancelled look says nothing about the tool.
            _states.TryRemove(KeyValuePair.Create(tool, state));
            throw;
        }
    }

    Task<ToolState> CheckAsync(Tool tool, CancellationToken cancellationToken) => tool.Check switch
    {
        ToolCheck.VersionCommand command => new ProgramCheck(processes, files, environment).CheckAsync(tool, command, Timeout, cancellationToken),
        ToolCheck.DockerEngine => Services().CheckEngineAsync(tool, Timeout, cancellationToken),
        ToolCheck.Registry registry => Services().CheckRegistryAsync(registry.Address, Timeout, cancellationToken),
        _ => throw new UnreachableException(),
    };

    ServiceCheck Services() => new(processes, services, files, environment);
}
