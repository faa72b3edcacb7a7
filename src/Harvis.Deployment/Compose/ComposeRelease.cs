using System.Security.Cryptography;
using System.Text;

namespace Harvis.Deployment.Compose;

/// <summary>What is to run in a compose project.</summary>
/// <param name="Project">The project's name.</param>
/// <param name="Document">The compose file's text, without the release's label.</param>
/// <param name="Services">How many services it has.</param>
/// <param name="Ports">The ports of this machine that it publishes, and the service behind each.</param>
public sealed record ComposeRelease(string Project, string Document, int Services, IReadOnlyList<(int Port, string Service)> Ports)
{
    /// <summary>The label by which a container says which release it belongs to.</summary>
    public const string Label = "dev.harvis.release";

    /// <summary>The release's id, a digest of <paramref name="document"/>: the same document is the same release.</summary>
    public static string IdOf(string document) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)))[..32];
}
