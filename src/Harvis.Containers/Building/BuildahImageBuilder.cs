using Harvis.Engine.Processes;
using Harvis.Model.Diagnostics;
using Harvis.Model.Images;

namespace Harvis.Containers.Building;

/// <summary>Builds with buildah: without a daemon, with rights that a CI container has (chroot isolation).</summary>
/// <remarks>Steps run in the network of this machine. Layers are kept in buildah's own store and pushed from there.</remarks>
/// <param name="processes">Runs buildah.</param>
/// <param name="workFolder">Where contexts are staged, usually <c>.nuke/temp/build</c>; made if it is missing.</param>
public sealed class BuildahImageBuilder(IProcessRunner processes, string workFolder) : IImageBuilder
{
    /// <inheritdoc/>
    public string Name => "buildah";

    /// <inheritdoc/>
    public async Task<Diagnostic?> WhyUnavailableAsync(CancellationToken cancellationToken)
    {
        try
        {
            var result = await processes.RunAsync(new ProcessCommand("buildah", "--version") { Quiet = true, Timeout = TimeSpan.FromSeconds(30) }, cancellationToken);
            return result.ExitCode == 0 ? null : BuildDiagnostics.BuildahBroken(result.Error);
        }
        catch (ProgramNotFoundException)
        {
            return BuildDiagnostics.BuildahMissing();
        }
    }

    /// <inheritdoc/>
    public Diagnostic? WhyUnsuited(ImageBuildRequest request) => null;

    /// <inheritdoc/>
    public async Task<BuiltImage> BuildAsync(ImageBuildRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        await using var staged = await StagedContext.CreateAsync(request.Content, workFolder, cancellationToken);
        await RunAsync(request, BuildArguments(request, staged), cancellationToken);
        var digestFile = staged.Output("digest");
        await RunAsync(request, PushArguments(request, digestFile), cancellationToken);
        var digest = Digest.TryParse((await File.ReadAllTextAsync(digestFile, cancellationToken)).Trim(), null, out var pushed)
            ? pushed
            : throw new DiagnosticException(BuildDiagnostics.NoDigest(request.Image, Name));
        return new BuiltImage(request.Image, request.Destination.WithDigest(digest));
    }

    async Task RunAsync(ImageBuildRequest request, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var result = await processes.RunAsync(new ProcessCommand("buildah", [.. arguments]) { Timeout = request.Timeout }, cancellationToken);
        if (result.ExitCode != 0)
            throw BuildFailures.Exception(request, Name, BuildFailure.OfBuildah(result.Output, result.Error), $"{result.Output}\n{result.Error}");
    }

    static IEnumerable<string> BuildArguments(ImageBuildRequest request, StagedContext staged)
    {
        yield return "build";
        yield return "--isolation=chroot";
        yield return "--layers";
        yield return "--force-rm";
        yield return $"--tls-verify={(request.Insecure ? "false" : "true")}";
        yield return $"--platform={request.Image.Platform}";
        yield return $"--file={staged.Dockerfile}";
        yield return $"--ignorefile={staged.IgnoreFile}";
        yield return $"--tag={request.Destination}";
        if (request.Image.Stage is { } stage) yield return $"--target={stage}";
        foreach (var (name, value) in request.Content.Arguments) yield return $"--build-arg={name}={value}";
        foreach (var (name, value) in request.Labels.OrderBy(label => label.Key, StringComparer.Ordinal)) yield return $"--label={name}={value}";
        foreach (var secret in request.Secrets) yield return $"--secret=id={secret.Id},src={staged.LinkTo(secret)}";
        yield return staged.Context;
    }

    static IEnumerable<string> PushArguments(ImageBuildRequest request, string digestFile) =>
        ["push", "--quiet", $"--tls-verify={(request.Insecure ? "false" : "true")}", $"--digestfile={digestFile}", request.Destination.ToString()];
}
