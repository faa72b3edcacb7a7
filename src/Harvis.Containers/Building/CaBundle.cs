using Harvis.Engine.Environments;

namespace Harvis.Containers.Building;

/// <summary>The certificate authorities that this machine trusts, for builds behind a proxy of their own.</summary>
public static class CaBundle
{
    /// <summary>The id under which Dockerfiles mount it: <c>RUN --mount=type=secret,id=ca-bundle</c>.</summary>
    public const string SecretId = "ca-bundle";

    /// <summary>Where Debian keeps it.</summary>
    public const string DebianFile = "/etc/ssl/certs/ca-certificates.crt";

    static readonly string[] Variables = ["SSL_CERT_FILE", "NODE_EXTRA_CA_CERTS"];

    /// <summary>
    /// The bundle as a build secret: the file that SSL_CERT_FILE names, or NODE_EXTRA_CA_CERTS, or the system's; null where none
    /// exists. It never becomes part of an image or of its content digest.
    /// </summary>
    /// <param name="environment">The variables.</param>
    /// <param name="systemFile">The system's bundle.</param>
    public static BuildSecret? Find(IEnvironment environment, string systemFile = DebianFile)
    {
        ArgumentNullException.ThrowIfNull(environment);
        var file = Variables.Select(environment.Variable).Append(systemFile).FirstOrDefault(path => !string.IsNullOrEmpty(path) && File.Exists(path));
        return file is null ? null : new BuildSecret(SecretId, Path.GetFullPath(file));
    }
}
