using Harvis.Benchmarks.Processes;
using Harvis.Benchmarks.Results;
using Harvis.Containers.Registries;
using Harvis.Containers.Registries.Authentication;
using Harvis.Containers.Registries.Tags;
using Harvis.Model.Images;

namespace Harvis.Benchmarks.Comparisons;

/// <summary>One more tag for an image in a registry on this machine, by each way there is.</summary>
static class RetagComparison
{
    const string Title = "Retag", Whole = "Harvis, a whole process", Inside = "Harvis, within a run", Crane = "crane tag", Skopeo = "skopeo copy";

    public static IEnumerable<ComparisonResult> Run(ComparisonRunner runner, Options options)
    {
        if (ProgramOnPath.Find(MeasuredRegistry.Program) is null) return [runner.Run(new Comparison(Title, [new Contender.Missing(Title, $"{MeasuredRegistry.Program} isn't on PATH")]))];
        using var registry = new MeasuredRegistry();
        using var client = new RegistryClient([registry.Registry], FixedCredentials.None);
        var image = registry.Registry.Repository("bench/app").WithTag(ImageTag.Parse("v1"));
        LayeredImage.PushAsync(client, image, CancellationToken.None).GetAwaiter().GetResult();
        var withDocker = runner.Run(new Comparison(Title, Contenders(client, image, options)) { Aims = [new Aim.Ratio(Inside, Crane, 1), new Aim.Ratio(Whole, Crane, 1)] });
        Forget(image);
        return [withDocker];
    }

    static IReadOnlyList<Contender> Contenders(RegistryClient client, ImageReference image, Options options)
    {
        var (from, to) = (image.ToString(), image.WithTag(ImageTag.Parse("v2")).ToString());
        var docker = new MeasuredCommand("sh", "-c", $"docker pull -q {from} && docker tag {from} {to} && docker push -q {to}");
        return
        [
            new Contender.InProcess(Inside, "RegistryClient.RetagAsync", () => client.RetagAsync(image, [ImageTag.Parse("v2")], CancellationToken.None).GetAwaiter().GetResult()),
            new Contender.OfProcess(Whole, new MeasuredCommand("dotnet", Path.Combine(options.Programs, "Retag", "Harvis.Benchmarks.Retag.dll"), from, "v2")),
            IfOnPath("crane", Crane, new MeasuredCommand("crane", "tag", "--insecure", from, "v2")),
            IfOnPath("skopeo", Skopeo, new MeasuredCommand("skopeo", "copy", "-q", "--src-tls-verify=false", "--dest-tls-verify=false", $"docker://{from}", $"docker://{to}")),
            IfOnPath("docker", "docker pull, tag, push; the engine has the image", docker),
            IfOnPath("docker", "docker pull, tag, push; the engine hasn't", docker) with { Prepare = () => Forget(image) },
        ];
    }

    static Contender IfOnPath(string program, string name, MeasuredCommand command) => ProgramOnPath.Find(program) is null
        ? new Contender.Missing(name, $"{program} isn't on PATH")
        : new Contender.OfProcess(name, command);

    static void Forget(ImageReference image)
    {
        if (ProgramOnPath.Find("docker") is null) return;
        ProcessMeter.Run(new MeasuredCommand("sh", "-c", $"docker rmi {image} {image.WithTag(ImageTag.Parse("v2"))} >/dev/null 2>&1 || :"));
    }
}
