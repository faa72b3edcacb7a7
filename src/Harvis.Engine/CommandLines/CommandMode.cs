namespace Harvis.Engine.CommandLines;

/// <summary>What a command line asks for.</summary>
enum CommandMode
{
    /// <summary>Run targets.</summary>
    Run,

    /// <summary>Print targets and parameters.</summary>
    Help,

    /// <summary>Print what would run.</summary>
    Plan,

    /// <summary>Print the graph as Mermaid.</summary>
    Graph,

    /// <summary>Print a shell's completion script.</summary>
    Completion,
}
