using System.IO.Pipelines;
using System.Text;
using Docker.DotNet;
using Docker.DotNet.Models;
using Harvis.Containers.Content;
using Harvis.Engine.Logging;
using Harvis.Model.Diagnostics;
using Harvis.Model.Images;

namespace Harvis.Containers.Building;

/// <summary>
/// Builds with the Docker Engine's own builder over its interface: no program is needed, only the engine's socket. It has no
/// build secrets, cache mounts or here-documents; a Dockerfile that uses them is refused.
/// </summary>
/// <param name="docker">The engine.</param>
/// <param name="log">Where the build's output goes.</param>
public sealed class DockerEngineImageBuilder(IDockerClient docker, IRunLog log) : IImageBuilder
{
    static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    public string Name => "docker-engine";

    /// <inheritdoc/>
    public async Task<Diagnostic?> WhyUnavailableAsync(CancellationToken cancellationToken)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(AnswerWithin);
        try
        {
            await docker.System.PingAsync(limited.Token);
            return null;
        }
        catch (Exception silent) when (!cancellationToken.IsCancellationRequested && IsSilence(silent))
        {
            return BuildDiagnostics.EngineNotRunning(silent.GetBaseException().Message);
        }
    }

    /// <inheritdoc/>
    public Diagnostic? WhyUnsuited(ImageBuildRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Dockerfile.Parse(Encoding.UTF8.GetString(request.Content.DockerfileFile.Bytes.Span)).NeedsBuildKit is { } instruction
            ? BuildDiagnostics.BuildKitNeeded(request.Image, instruction)
            : null;
    }

    /// <inheritdoc/>
    public async Task<BuiltImage> BuildAsync(ImageBuildRequest request, CancellationToken cancellationToken)
    {
        if (WhyUnsuited(request) is { } unsuited) throw new DiagnosticException(unsuited);
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(request.Timeout);
        try
        {
            await BuildOnlyAsync(request, limited.Token);
            return new BuiltImage(request.Image, request.Destination.WithDigest(await PushAsync(request, limited.Token)));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"Building image \"{request.Image}\" took longer than {request.Timeout} and was stopped.");
        }
    }

    async Task BuildOnlyAsync(ImageBuildRequest request, CancellationToken cancellationToken)
    {
        var messages = new EngineMessages(log);
        await using var tar = StreamedTar.Of(request.Content, cancellationToken);
        try
        {
            await docker.Images.BuildImageFromDockerfileAsync(Parameters(request), tar.Content, [], null, messages, cancellationToken);
        }
        catch (DockerApiException refused)
        {
            throw Failed(request, messages, refused.ResponseBody ?? refused.Message, refused);
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException && tar.Failure is not null)
        {
            throw tar.Failure;
        }

        if (messages.Error is { } error) throw Failed(request, messages, error);
    }

    async Task<Digest> PushAsync(ImageBuildRequest request, CancellationToken cancellationToken)
    {
        var messages = new EngineMessages(log);
        var parameters = new ImagePushParameters { Tag = request.Destination.Tag?.ToString() };
        var repository = new ImageReference(request.Destination.Registry, request.Destination.Repository);
        try
        {
            await docker.Images.PushImageAsync(repository.ToString(), parameters, new AuthConfig(), messages, cancellationToken);
        }
        catch (DockerApiException refused)
        {
            throw Failed(request, messages, refused.ResponseBody ?? refused.Message, refused);
        }

        if (messages.Error is { } error) throw Failed(request, messages, error);
        return messages.Digest ?? throw new DiagnosticException(BuildDiagnostics.NoDigest(request.Image, Name));
    }

    static ImageBuildParameters Parameters(ImageBuildRequest request) => new()
    {
        Dockerfile = request.Image.Dockerfile,
        Tags = [request.Destination.ToString()],
        Target = request.Image.Stage,
        BuildArgs = request.Content.Arguments.ToDictionary(),
        Labels = request.Labels.ToDictionary(),
        Platform = request.Image.Platform.ToString(),
        Remove = true,
        ForceRemove = true,
    };

    ImageBuildException Failed(ImageBuildRequest request, EngineMessages messages, string error, Exception? cause = null) =>
        BuildFailures.Exception(request, Name, BuildFailure.OfEngine(messages.Output, error), $"{messages.Output}\n{error}", cause);

    static bool IsSilence(Exception exception) =>
        exception is HttpRequestException or IOException or DockerApiException or OperationCanceledException or TimeoutException or System.Net.Sockets.SocketException;
}
