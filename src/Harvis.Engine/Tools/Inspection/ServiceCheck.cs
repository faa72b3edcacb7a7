using System.Text.Json;
using Harvis.Engine.Environments;
using Harvis.Engine.Processes;
using Harvis.Engine.Tools.Machines;

namespace Harvis.Engine.Tools.Inspection;

/// <summary>Asks the Docker Engine and registries whether they are there.</summary>
sealed class ServiceCheck(IProcessRunner processes, IServiceProbe services, IMachineFiles files, IEnvironment environment)
{
    const int Unauthorized = 401;

    static readonly string[] Daemons = ["/usr/sbin/dockerd", "/usr/bin/dockerd", "/usr/local/sbin/dockerd", "/usr/local/bin/dockerd"];

    public async Task<ToolState> CheckRegistryAsync(Uri address, TimeSpan timeout, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await GetAsync(address, "/v2/", timeout, cancellationToken);
            return answer.Status is 200 or Unauthorized
                ? new ToolState.Found(null, address.ToString())
                : NotRunning($"{address} answered GET /v2/ with {answer.Status}, as no registry does");
        }
        catch (ServiceUnreachableException e)
        {
            return new ToolState.NotRunning(e.Message);
        }
    }

    // The socket is asked directly, in milliseconds; contexts, ssh and TLS are the docker program's business.
    public async Task<ToolState> CheckEngineAsync(Tool tool, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var state = EngineAddress.Socket(environment) is { } socket && files.Exists(socket)
            ? await AskSocketAsync(tool, socket, timeout, cancellationToken)
            : await AskProgramAsync(tool, timeout, cancellationToken);
        return state is ToolState.NotRunning stopped ? stopped with { IsInstalled = Daemons.Any(files.Exists) } : state;
    }

    async Task<ToolState> AskSocketAsync(Tool tool, string socket, TimeSpan timeout, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await GetAsync(new Uri("unix://" + socket), "/version", timeout, cancellationToken);
            return answer.Status == 200 && ReadVersion(answer.Body) is { } version
                ? ProgramCheck.Judge(tool, version, socket)
                : NotRunning($"{socket} answered GET /version with {answer.Status}, not as the Docker Engine does");
        }
        catch (ServiceUnreachableException e)
        {
            return new ToolState.NotRunning(e.Message) { IsForbidden = e.IsForbidden };
        }
    }

    async Task<ToolState> AskProgramAsync(Tool tool, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var place = EngineAddress.Named(environment) is { } host ? $"at DOCKER_HOST={host}" : $"at {EngineAddress.DefaultSocket}";
        var check = new ToolCheck.VersionCommand("docker", "version", "--format", "{{.Server.Version}}");
        return await new ProgramCheck(processes, files, environment).CheckAsync(tool, check, timeout, cancellationToken) switch
        {
            ToolState.Missing => new ToolState.NotRunning($"nothing answers {place}") { IsElsewhere = !EngineAddress.IsDefault(environment) },
            ToolState.Found found => found with { Location = EngineAddress.Named(environment) ?? "docker's current context" },
            var other => other,
        };
    }

    async Task<ServiceAnswer> GetAsync(Uri service, string path, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(timeout);
        try
        {
            return await services.GetAsync(service, path, limited.Token);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ServiceUnreachableException(FormattableString.Invariant($"{service} didn't answer within {timeout.TotalSeconds:0.#} s"), e);
        }
    }

    static ToolState.NotRunning NotRunning(FormattableString reason) => new(FormattableString.Invariant(reason));

    static Version? ReadVersion(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("Version", out var version)
                ? VersionText.Read(version.ToString(), new ToolCheck.VersionCommand("").Pattern)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
