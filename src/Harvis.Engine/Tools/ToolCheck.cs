namespace Harvis.Engine.Tools;

/// <summary>How to see whether a tool is here. A closed choice.</summary>
public abstract record ToolCheck
{
    private ToolCheck()
    {
    }

    /// <summary>A program that prints its version.</summary>
    /// <param name="Program">A name looked up on PATH.</param>
    /// <param name="Arguments">What makes it print its version.</param>
    public sealed record VersionCommand(string Program, params IReadOnlyList<string> Arguments) : ToolCheck
    {
        /// <summary>
        /// A regular expression that finds the version in what is printed, in its group <c>version</c>.
        /// The default takes the first two to four numbers with dots between them.
        /// </summary>
        public string Pattern { get; init; } = @"(?<version>\d+(\.\d+){1,3})";
    }

    /// <summary>The Docker Engine that the docker program talks to: <c>DOCKER_HOST</c>, or this machine's socket.</summary>
    public sealed record DockerEngine : ToolCheck;

    /// <summary>An OCI registry that answers <c>GET /v2/</c>; a refusal for want of credentials is an answer.</summary>
    /// <param name="Address">Scheme, host and port.</param>
    public sealed record Registry(Uri Address) : ToolCheck;
}
