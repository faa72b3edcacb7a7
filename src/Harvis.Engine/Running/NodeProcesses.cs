using Harvis.Engine.Logging;
using Harvis.Engine.Planning;
using Harvis.Engine.Processes;

namespace Harvis.Engine.Running;

/// <summary>Makes the process runner of each node.</summary>
/// <param name="For">A runner whose programs' output goes to the node's log.</param>
sealed record NodeProcesses(Func<PlannedNode, IRunLog, IProcessRunner> For);
