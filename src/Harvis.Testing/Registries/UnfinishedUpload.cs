namespace Harvis.Testing.Registries;

/// <summary>An upload that isn't closed yet.</summary>
internal sealed class UnfinishedUpload(string repository)
{
    public string Repository { get; } = repository;

    public MemoryStream Content { get; } = new();
}
