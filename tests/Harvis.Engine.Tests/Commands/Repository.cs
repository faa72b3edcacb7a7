namespace Harvis.Engine.Tests.Commands;

/// <summary>A repository of its own for one test: a folder with <c>.nuke</c>.</summary>
sealed class Repository : IDisposable
{
    public Repository() => Directory.CreateDirectory(PathOf(".nuke"));

    public string Root { get; } = Directory.CreateTempSubdirectory("harvis-test-").FullName;

    public string PathOf(string name) => Path.Combine(Root, name);

    public string Read(string name) => File.ReadAllText(PathOf(name));

    public bool Has(string name) => File.Exists(PathOf(name));

    public string Write(string name, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllText(PathOf(name), content);
        return PathOf(name);
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
