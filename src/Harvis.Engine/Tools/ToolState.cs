namespace Harvis.Engine.Tools;

/// <summary>What was seen of a tool. A closed choice.</summary>
public abstract record ToolState
{
    private ToolState()
    {
    }

    /// <summary>It is here and works.</summary>
    /// <param name="Version">Its version, or null for a service that doesn't tell.</param>
    /// <param name="Location">The program's path, the engine's socket or the service's address.</param>
    public sealed record Found(Version? Version, string Location) : ToolState;

    /// <summary>It is here and older than what is needed.</summary>
    /// <param name="Version">Its version.</param>
    /// <param name="Minimum">The lowest version that works.</param>
    /// <param name="Location">As in <see cref="Found"/>.</param>
    public sealed record TooOld(Version Version, Version Minimum, string Location) : ToolState;

    /// <summary>It isn't here, or doesn't work.</summary>
    /// <param name="Reason">What was seen, as a clause without a full stop.</param>
    public sealed record Missing(string Reason) : ToolState;

    /// <summary>A service that doesn't answer.</summary>
    /// <param name="Reason">What was seen, as a clause without a full stop.</param>
    public sealed record NotRunning(string Reason) : ToolState
    {
        /// <summary>Whether something is there that this user may not open. The default is false.</summary>
        public bool IsForbidden { get; init; }

        /// <summary>Whether it is installed and only has to be started. The default is false.</summary>
        public bool IsInstalled { get; init; }

        /// <summary>Whether it is configured to be somewhere that provisioning doesn't reach. The default is false.</summary>
        public bool IsElsewhere { get; init; }
    }

    /// <summary>Whether the tool can be used.</summary>
    public bool IsUsable => this is Found;
}
