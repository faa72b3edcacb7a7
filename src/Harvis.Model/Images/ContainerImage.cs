using Harvis.Model.Names;
using Harvis.Model.Registries;
using Harvis.Model.Runners;

namespace Harvis.Model.Images;

/// <summary>An image that this pipeline builds.</summary>
public sealed record ContainerImage : INamed
{
    /// <summary>An image whose repository has this name.</summary>
    /// <exception cref="FormatException">It isn't a repository name.</exception>
    public ContainerImage(string name) => Repository = RepositoryName.Parse(name);

    /// <inheritdoc/>
    public string Name => Repository.ToString();

    /// <summary>Its repository in every registry it is pushed to.</summary>
    public RepositoryName Repository { get; }

    /// <summary>The build context: a folder relative to the repository's root, with forward slashes.</summary>
    public required string Context { get; init; }

    /// <summary>The Dockerfile, relative to <see cref="Context"/>. The default is <c>Dockerfile</c>.</summary>
    public string Dockerfile { get; init; } = "Dockerfile";

    /// <summary>The stage to build; null for the last one.</summary>
    public string? Stage { get; init; }

    /// <summary>Which base image each <c>ARG</c> of the Dockerfile stands for.</summary>
    public IReadOnlyDictionary<string, BaseImage> Bases { get; init; } = new Dictionary<string, BaseImage>();

    /// <summary>Further build arguments; they count in the content digest.</summary>
    public IReadOnlyDictionary<string, string> Arguments { get; init; } = new Dictionary<string, string>();

    /// <summary>Where it runs. The default is <c>linux/amd64</c>.</summary>
    public Platform Platform { get; init; } = Platform.LinuxAmd64;

    /// <summary>The node whose runner builds it; null for any.</summary>
    public RunnerNode? BuiltOn { get; init; }

    /// <summary>Its repository in a registry.</summary>
    public ImageReference In(Registry registry) => registry.Repository(Repository);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
