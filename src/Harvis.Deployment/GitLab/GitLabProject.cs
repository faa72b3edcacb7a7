using Harvis.Model.Diagnostics;

namespace Harvis.Deployment.GitLab;

/// <summary>A project on a GitLab server.</summary>
public sealed record GitLabProject
{
    /// <summary>A project.</summary>
    /// <param name="server">The server's address, with its path where it has one: <c>https://gitlab.example/</c>.</param>
    /// <param name="id">The project's number or its full path, <c>group/app</c>.</param>
    /// <exception cref="ArgumentException">The address isn't an absolute HTTP address, or the id is empty.</exception>
    public GitLabProject(Uri server, string id)
    {
        ArgumentNullException.ThrowIfNull(server);
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        if (!server.IsAbsoluteUri || server.Scheme is not ("https" or "http") || server.UserInfo.Length > 0)
            throw new ArgumentException("GitLab's address is https://host/, without user and password.", nameof(server));
        (Server, Id) = (server, id);
    }

    /// <summary>The server's address.</summary>
    public Uri Server { get; }

    /// <summary>The project's number or full path.</summary>
    public string Id { get; }

    /// <summary>Whether tokens may go over plain HTTP. The default is false: only to this machine.</summary>
    public bool Insecure { get; init; }

    internal Uri Api(string rest) => new($"{Server.GetLeftPart(UriPartial.Path).TrimEnd('/')}/api/v4/projects/{Uri.EscapeDataString(Id)}/{rest}");

    internal void EnsureSecure()
    {
        if (Server.Scheme == Uri.UriSchemeHttps || Insecure || Server.IsLoopback) return;
        throw new DiagnosticException(new Diagnostic(
            GitLabCodes.InsecureAddress,
            $"GitLab at {Server.GetLeftPart(UriPartial.Authority)} would get tokens over plain HTTP.",
            "Use https://, or declare the project with Insecure = true if the network is trusted."));
    }
}
