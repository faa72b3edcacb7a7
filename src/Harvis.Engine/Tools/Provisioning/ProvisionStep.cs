namespace Harvis.Engine.Tools.Provisioning;

/// <summary>One thing that provisioning does. A closed choice.</summary>
public abstract record ProvisionStep
{
    private ProvisionStep()
    {
    }

    /// <summary>What it does and from where, in words.</summary>
    public abstract string Title { get; }

    /// <summary>Installs packages of the system's own release, in one call.</summary>
    /// <param name="Packages">Their names, in the order of the tools, each once.</param>
    public sealed record InstallPackages(IReadOnlyList<string> Packages) : ProvisionStep
    {
        /// <inheritdoc/>
        public override string Title => $"install {string.Join(", ", Packages)} from this system's own package sources";
    }

    /// <summary>Takes single files out of packages of a newer Debian release.</summary>
    /// <param name="Suite">The release's code name.</param>
    /// <param name="Files">What is taken.</param>
    public sealed record TakeSuiteFiles(string Suite, IReadOnlyList<ToolInstallation.DebianSuiteFile> Files) : ProvisionStep
    {
        /// <inheritdoc/>
        public override string Title =>
            $"take {string.Join(", ", Files.Select(file => file.Destination))} out of {string.Join(", ", Files.Select(file => file.Package))} "
            + $"of Debian {Suite}, verified by apt";
    }

    /// <summary>Starts the Docker Engine.</summary>
    public sealed record StartEngine : ProvisionStep
    {
        /// <inheritdoc/>
        public override string Title => "start the Docker Engine";
    }
}
