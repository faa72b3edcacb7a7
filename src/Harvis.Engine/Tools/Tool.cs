using Harvis.Engine.Tools.Machines;
using Harvis.Model.Names;

namespace Harvis.Engine.Tools;

/// <summary>A program or a service that targets or environments need on the machine that runs them.</summary>
public sealed record Tool : INamed
{
    /// <summary>A tool that people call by this name.</summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public Tool(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>What it is for, as words that follow its name: <c>builds images</c>.</summary>
    public required string Purpose { get; init; }

    /// <summary>How to see that it is here, and in which version.</summary>
    public required ToolCheck Check { get; init; }

    /// <summary>The lowest version that works; null (the default) for any.</summary>
    public Version? MinimumVersion { get; init; }

    /// <summary>Ways to get it; the first one that applies to the machine's system is taken.</summary>
    public IReadOnlyList<ToolInstallation> Installations { get; init; } = [];

    /// <summary>The way to get it on a system, or null where none is known.</summary>
    public ToolInstallation? InstallationOn(HostSystem system) => Installations.FirstOrDefault(way => way.AppliesTo(system));

    /// <inheritdoc/>
    public override string ToString() => Name;
}
