using Harvis.Model.Names;
using Harvis.Model.Versions;

namespace Harvis.Examples;

static class Values
{
    // <values>
    static string Describe(string image, string version, string memory)
    {
        var reference = ImageReference.Parse(image); // nginx:1.27 is docker.io/library/nginx:1.27
        var isNew = SemanticVersion.Parse(version) > SemanticVersion.Parse("1.9.0"); // 1.10.0 is
        var range = Quantity.Parse(memory).UpTo(Quantity.Gi(8)); // 512Mi..8Gi

        return $"{reference.Repository} of {reference.Registry}, {(isNew ? "new" : "known")}, {range}";
    }
    // </values>

    // <refused>
    static bool IsLocal(string text) => RegistryHost.TryParse(text, null, out var host) && host.IsLoopback;
    // </refused>
}
