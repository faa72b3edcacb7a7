namespace Harvis.Testing.Registries;

/// <summary>What a registry keeps. Every member is called under <see cref="Lock"/>.</summary>
internal sealed class RegistryContent
{
    readonly Dictionary<string, RepositoryContent> _repositories = [];

    public Lock Lock { get; } = new();

    /// <summary>Uploads that aren't closed yet, by their id.</summary>
    public Dictionary<string, UnfinishedUpload> Uploads { get; } = [];

    public RepositoryContent? Find(string repository) => _repositories.GetValueOrDefault(repository);

    public RepositoryContent Make(string repository)
    {
        if (!_repositories.TryGetValue(repository, out var content)) _repositories[repository] = content = new RepositoryContent();
        return content;
    }
}
