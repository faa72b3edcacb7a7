using System.Text.Json;
using Harvis.Engine.Processes;
using Harvis.Model.Diagnostics;
using Harvis.Model.Images;

namespace Harvis.Containers.Building;

/// <summary>Builds with BuildKit through docker's buildx plugin: the default where it is there.</summary>
/// <remarks>
/// Build and push are one call, so layers go from the engine's store to the registry and nowhere else. The image is also in
/// the engine's store afterwards, under its destination's name. Plain manifests without attestations are pushed; SBOM and
/// signature are steps of their own.
/// </remarks>
/// <param name="processes">Runs docker.</param>
/// <param name="workFolder">Where contexts are staged, usually <c>.nuke/temp/build</c>; made if it is missing.</param>
public sealed class BuildxImageBuilder(IProcessRunner processes, string workFolder) : IImageBuilder
{
    /// <inheritdoc/>
    public string Name => "buildx";

    /// <inheritdoc/>
    public async Task<Diagnostic?> WhyUnavailableAsync(CancellationToken cancellationToken)
    {
        try
        {
            var engine = processes.RunAsync(Quiet("version", "--format", "{{.Server.Version}}"), cancellationToken);
            var plugin = await processes.RunAsync(Quiet("buildx", "version"), cancellationToken);
            var answer = await engine;
            if (plugin.ExitCode != 0) return BuildDiagnostics.BuildxMissing(plugin.Error);
            return answer.ExitCode != 0 ? BuildDiagnostics.EngineNotRunning(answer.Error) : null;
        }
        catch (ProgramNotFoundException)
        {
            return BuildDiagnostics.DockerMissing();
        }
    }

    /// <inheritdoc/>
    public Diagnostic? WhyUnsuited(ImageBuildRequest request) => null;

    /// <inheritdoc/>
    public async Task<BuiltImage> BuildAsync(ImageBuildRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        await using var staged = await StagedContext.CreateAsync(request.Content, workFolder, cancellationToken);
        var metadata = staged.Output("metadata.json");
        var result = await processes.RunAsync(Command(request, staged, metadata), cancellationToken);
        if (result.ExitCode != 0) throw BuildFailures.Exception(request, Name, BuildFailure.OfBuildKit(result.Error), result.Error);
        var digest = await PushedDigestAsync(metadata, cancellationToken) ?? throw new DiagnosticException(BuildDiagnostics.NoDigest(request.Image, Name));
        return new BuiltImage(request.Image, request.Destination.WithDigest(digest));
    }

    static ProcessCommand Command(ImageBuildRequest request, StagedContext staged, string metadata) =>
        new("docker", [.. Arguments(request, staged, metadata)]) { Timeout = request.Timeout };

    static IEnumerable<string> Arguments(ImageBuildRequest request, StagedContext staged, string metadata)
    {
        yield return "buildx";
        yield return "build";
        yield return "--progress=plain";
        yield return "--provenance=false";
        yield return $"--platform={request.Image.Platform}";
        yield return $"--file={staged.Dockerfile}";
        yield return $"--metadata-file={metadata}";
        yield return $"--output={Output(request)}";
        if (request.Image.Stage is { } stage) yield return $"--target={stage}";
        foreach (var (name, value) in request.Content.Arguments) yield return $"--build-arg={name}={value}";
        foreach (var (name, value) in request.Labels.OrderBy(label => label.Key, StringComparer.Ordinal)) yield return $"--label={name}={value}";
        foreach (var secret in request.Secrets) yield return $"--secret={SecretArgument.Of(secret)}";
        yield return staged.Context;
    }

    static string Output(ImageBuildRequest request) =>
        $"type=image,name={request.Destination},push=true{(request.Insecure ? ",registry.insecure=true" : "")}";

    static async Task<Digest?> PushedDigestAsync(string metadata, CancellationToken cancellationToken)
    {
        if (!File.Exists(metadata)) return null;
        using var json = JsonDocument.Parse(await File.ReadAllBytesAsync(metadata, cancellationToken));
        return json.RootElement.TryGetProperty("containerimage.digest", out var value) && Digest.TryParse(value.GetString(), null, out var digest) ? digest : null;
    }

    static ProcessCommand Quiet(params IReadOnlyList<string> arguments) => new("docker", arguments) { Quiet = true, Timeout = TimeSpan.FromSeconds(30) };
}
