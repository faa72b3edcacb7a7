using Harvis.Engine.Tools.Machines;

namespace Harvis.Engine.Tools;

/// <summary>A way to get a tool on one family of systems. A closed choice.</summary>
public abstract record ToolInstallation
{
    private ToolInstallation(SystemFamily family) => Family = family;

    /// <summary>The systems it is for.</summary>
    public SystemFamily Family { get; }

    /// <summary>The first release it is for; null (the default) for all up to <see cref="Before"/>.</summary>
    public Version? From { get; init; }

    /// <summary>The first release it is no longer for; null (the default) for none.</summary>
    public Version? Before { get; init; }

    /// <summary>What to do, as a clause: <c>install the package docker.io</c>.</summary>
    public abstract string Words { get; }

    /// <summary>Whether this is a way on that system.</summary>
    public bool AppliesTo(HostSystem system) =>
        system.Family == Family && (From is null || system.Version >= From) && (Before is null || system.Version < Before);

    /// <summary>Packages of the system's own release.</summary>
    /// <param name="Family">Debian or Ubuntu.</param>
    /// <param name="Packages">Their names.</param>
    public sealed record AptPackages(SystemFamily Family, params IReadOnlyList<string> Packages) : ToolInstallation(Family)
    {
        /// <inheritdoc/>
        public override string Words => $"install the package{(Packages.Count == 1 ? "" : "s")} {string.Join(", ", Packages)}";
    }

    /// <summary>One file of a package of a newer Debian release; nothing else of that release reaches the system.</summary>
    /// <param name="Suite">The newer release's code name. apt verifies its signature with Debian's archive keys.</param>
    /// <param name="Package">The package.</param>
    /// <param name="File">The file's path in the package, without a leading slash.</param>
    /// <param name="Destination">Where the file goes.</param>
    public sealed record DebianSuiteFile(string Suite, string Package, string File, string Destination) : ToolInstallation(SystemFamily.Debian)
    {
        /// <inheritdoc/>
        public override string Words => $"take {Destination} from Debian {Suite}'s package {Package}";
    }

    /// <summary>Something a person does.</summary>
    /// <param name="Family">The systems.</param>
    /// <param name="Command">What to run.</param>
    public sealed record ByHand(SystemFamily Family, string Command) : ToolInstallation(Family)
    {
        /// <inheritdoc/>
        public override string Words => $"run \"{Command}\"";
    }
}
