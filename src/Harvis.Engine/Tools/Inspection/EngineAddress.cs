using Harvis.Engine.Environments;

namespace Harvis.Engine.Tools.Inspection;

/// <summary>Where the docker program finds its engine.</summary>
static class EngineAddress
{
    public const string DefaultSocket = "/var/run/docker.sock";

    /// <summary>What <c>DOCKER_HOST</c> names, or null where it isn't set.</summary>
    public static string? Named(IEnvironment environment) =>
        environment.Variable("DOCKER_HOST") is { Length: > 0 } host ? host : null;

    /// <summary>Whether it is the engine that a machine's own docker service runs.</summary>
    public static bool IsDefault(IEnvironment environment) => Socket(environment) is DefaultSocket or "/run/docker.sock";

    /// <summary>The socket's path, or null where the engine is reached in another way.</summary>
    public static string? Socket(IEnvironment environment) => Named(environment) switch
    {
        null => DefaultSocket,
        { } host when host.StartsWith("unix://", StringComparison.Ordinal) => host["unix://".Length..],
        _ => null,
    };
}
