using System.Security.Cryptography;

namespace Harvis.Engine.Commands;

/// <summary>Tells one state of the build's code from another.</summary>
static class BuildIdentity
{
    /// <summary>A text that changes whenever the build's code does.</summary>
    /// <param name="build">The build's type.</param>
    /// <param name="folder">The folder of the compiled build. The start names it by the digest of its sources.</param>
    public static string Of(Type build, string folder)
    {
        var name = Path.GetFileName(folder.TrimEnd(Path.DirectorySeparatorChar));
        return name.Length >= 32 && name.All(char.IsAsciiHexDigitLower) ? name : OfAssemblies(build, folder);
    }

    // Run by an editor or a test: the assemblies themselves, without the framework's.
    static string OfAssemblies(Type build, string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(build.Module.ModuleVersionId.ToByteArray());
        foreach (var assembly in Directory.GetFiles(folder, "Harvis.*.dll").Order(StringComparer.Ordinal)) hash.AppendData(SHA256.HashData(File.ReadAllBytes(assembly)));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
