using System.Security.Cryptography;
using Harvis.Model.Secrets;
using Harvis.Model.Workloads;

namespace Harvis.Deployment.Compose;

/// <summary>
/// The secrets of an environment on this machine: made once, at random, kept in files that no other user can reach. The files can be read by
/// anybody inside a container they are mounted into (its user has another number), the folder above them by nobody else outside.
/// </summary>
/// <param name="folder">Where they are kept, absolute; never committed.</param>
public sealed class SecretFiles(string folder)
{
    const int Bytes = 24;

    /// <summary>The file that holds a secret; made where it isn't there.</summary>
    /// <param name="secret">The secret.</param>
    /// <param name="made">Is told its value, so that it can be masked.</param>
    public string PathOf(WorkloadSecret secret, Action<Secret> made)
    {
        MakeFolder();
        var path = Path.Combine(folder, secret.Name.ToString());
        if (!File.Exists(path)) Write(path, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes)));
        made(new Secret(secret.Name.ToString(), File.ReadAllText(path)));
        return path;
    }

    void MakeFolder()
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else
        {
            const UnixFileMode ownerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
            Directory.CreateDirectory(folder, ownerOnly);

            // One that was there before keeps its mode, and it alone keeps others from the files.
            if (File.GetUnixFileMode(folder) != ownerOnly) File.SetUnixFileMode(folder, ownerOnly);
        }
    }

    static void Write(string path, string value)
    {
        var beside = $"{path}.{Guid.NewGuid():N}.tmp";
        File.WriteAllText(beside, value);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(beside, UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        try
        {
            File.Move(beside, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another run made it meanwhile: its value counts.
            File.Delete(beside);
        }
    }
}
