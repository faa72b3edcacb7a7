using Harvis.Engine.Running;
using Harvis.Engine.Tools;
using Harvis.Model.Diagnostics;

namespace Harvis.Engine.Commands;

/// <summary>Lets a run start only if the tools that it needs are usable.</summary>
interface IToolGate
{
    /// <summary>What stands in the way; with <see cref="RunOptions.Provision"/> after installing what could be installed.</summary>
    Task<IReadOnlyList<Diagnostic>> CheckAsync(IReadOnlyList<ToolNeed> needs, RunOptions options, CancellationToken cancellationToken);
}
