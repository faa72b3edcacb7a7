using Harvis.Model.Images;
using Harvis.Model.Names;

namespace Harvis.Model.Registries;

/// <summary>A registry that images are pushed to and pulled from.</summary>
public sealed record Registry : INamed
{
    /// <summary>A registry at an address such as <c>localhost:5000</c>.</summary>
    /// <exception cref="FormatException">It isn't a host with an optional port.</exception>
    public Registry(string host) => Host = RegistryHost.Parse(host);

    /// <summary>Where the machines that build reach it.</summary>
    public RegistryHost Host { get; }

    /// <inheritdoc/>
    public string Name => Host.ToString();

    /// <summary>Where pods reach it, if that is another address; a loopback address never reaches it from a pod.</summary>
    public RegistryHost? ReachedFromPodsAs { get; init; }

    /// <summary>Whether it speaks plain HTTP. The default is false: HTTPS, verified.</summary>
    public bool Insecure { get; init; }

    /// <summary>
    /// Whether its address leads to one registry from every node although it is a loopback address: through a port that each node forwards.
    /// The default is false: a loopback address is a registry of each node's own. For other addresses it says nothing.
    /// </summary>
    public bool SameOnEveryNode { get; init; }

    /// <summary>The repository of an image in this registry.</summary>
    public ImageReference Repository(RepositoryName name) => new(Host, name);
}
