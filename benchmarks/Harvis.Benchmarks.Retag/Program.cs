using Harvis.Containers.Registries;
using Harvis.Containers.Registries.Authentication;
using Harvis.Containers.Registries.Tags;
using Harvis.Model.Images;
using Harvis.Model.Registries;

namespace Harvis.Benchmarks.Retag;

/// <summary>Gives an image of a plain-HTTP registry one more tag: <c>Retag 127.0.0.1:5000/app:v1 v2</c>.</summary>
static class Program
{
    public static async Task<int> Main(string[] args)
    {
        var image = ImageReference.Parse(args[0]);
        using var client = new RegistryClient([new Registry(image.Registry.ToString()) { Insecure = true }], FixedCredentials.None);
        await client.RetagAsync(image, [ImageTag.Parse(args[1])], CancellationToken.None);
        return 0;
    }
}
