namespace Harvis.Containers.Registries.Authentication;

/// <summary>
/// What Harvis reads of Docker's <c>config.json</c>. Classes and not records: nothing may print them.
/// See https://docs.docker.com/reference/cli/docker/#configuration-files and https://docs.docker.com/reference/cli/docker/login/#credential-stores.
/// </summary>
internal sealed class DockerConfig
{
    public static DockerConfig Empty { get; } = new();

    public Dictionary<string, DockerConfigEntry>? Auths { get; init; }

    public Dictionary<string, string>? CredHelpers { get; init; }

    public string? CredsStore { get; init; }
}
