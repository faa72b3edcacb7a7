using System.Text;
using Harvis.Model.Images;

namespace Harvis.Containers.BaseImages;

/// <summary>What decides a Debian base image, and under which tag a registry keeps it.</summary>
/// <remarks>
/// Package versions aren't part of it: the same recipe gives newer packages when it is made later. That is by design: a base
/// image stays as it is, for everyone who uses that registry, until the recipe changes or someone asks for a refresh. The
/// mirror isn't part of it either; every mirror has the same signed packages.
/// </remarks>
/// <param name="Image">The base image.</param>
/// <param name="Platform">What it runs on.</param>
sealed record BaseImageRecipe(DebianBaseImage Image, Platform Platform)
{
    // Raise it whenever the same recipe would be made differently.
    const string Algorithm = "harvis-debian-base-1";
    const int TagDigits = 32;

    /// <summary>The digest over the recipe.</summary>
    public Digest Digest => Digest.OfBytes(Encoding.UTF8.GetBytes(string.Join('\n', Lines())));

    /// <summary>The tag: <c>recipe-</c> and 32 hexadecimal digits.</summary>
    public ImageTag Tag => ImageTag.Parse($"recipe-{Digest.Hex[..TagDigits]}");

    /// <summary>The repository: <c>base/</c> and the image's name.</summary>
    public RepositoryName Repository => RepositoryName.Parse($"base/{Image.Name}");

    // A field's length goes before it, so no two recipes are written alike.
    IEnumerable<string> Lines() =>
        new[] { Algorithm, Image.Suite, Platform.ToString() }
            .Concat(Section("packages", Image.Packages))
            .Concat(Section("excludes", Image.Excludes))
            .Concat(Section("variables", Image.Variables.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}")))
            .Concat(Section("files", Image.Files.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}")))
            .Concat(Section("removes", Image.Removes))
            .Select(line => $"{line.Length}:{line}");

    static IEnumerable<string> Section(string name, IEnumerable<string> items) => [name, .. items];
}
