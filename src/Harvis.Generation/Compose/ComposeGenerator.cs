using System.Globalization;
using Harvis.Model.Environments;
using Harvis.Model.Images;
using Harvis.Model.Workloads;

namespace Harvis.Generation.Compose;

/// <summary>Turns an environment into the compose file that runs it on this machine.</summary>
/// <param name="environment">The environment.</param>
/// <param name="images">The image of each workload's <see cref="ContainerImage"/>, by digest.</param>
/// <param name="secretFile">The file that holds a secret.</param>
/// <param name="labels">Labels of every container.</param>
public sealed class ComposeGenerator(
    DeliveryEnvironment environment,
    IReadOnlyDictionary<ContainerImage, ImageReference> images,
    Func<WorkloadSecret, string> secretFile,
    IReadOnlyList<(string Name, string Value)> labels)
{
    const string SecretsFolder = "/run/secrets";

    /// <summary>The document.</summary>
    /// <param name="project">The compose project's name.</param>
    /// <exception cref="KeyNotFoundException">A workload's image isn't among the images.</exception>
    public ComposeDocument Generate(string project) => new()
    {
        Name = project,
        Services = [.. environment.Workloads.Select(Service)],
        Volumes = [.. environment.Workloads.SelectMany(workload => workload.Volumes).Select(volume => volume.Name.ToString()).Distinct(StringComparer.Ordinal)],
        Secrets = [.. environment.Workloads.SelectMany(SecretsOf).Distinct().Select(secret => (secret.Name.ToString(), secretFile(secret)))],
    };

    ComposeService Service(Workload workload) => new()
    {
        Name = workload.Name,
        Image = images[workload.Image].ToString(),
        Variables = [.. workload.Variables.Select(variable => (variable.Key, Value(variable.Value)))],
        Ports = workload.PublishedPort is { } published ? [(published, workload.Port)] : [],
        Needs = [.. workload.Needs.Select(need => need.Name)],
        Volumes = [.. workload.Volumes.Select(volume => (volume.Name.ToString(), volume.Path))],
        Secrets = [.. SecretsOf(workload).Select(secret => secret.Name.ToString())],
        ScratchPaths = workload.ScratchPaths,
        Labels = labels,
    };

    string Value(VariableValue value) => value switch
    {
        VariableValue.Text text => text.Value,
        VariableValue.Host host => host.Workload.Name,
        VariableValue.PortNumber port => port.Workload.Port.ToString(CultureInfo.InvariantCulture),
        VariableValue.Url url => string.Create(CultureInfo.InvariantCulture, $"http://{url.Workload.Name}:{url.Workload.Port}"),
        VariableValue.SecretFile secret => $"{SecretsFolder}/{secret.Secret.Name}",
        VariableValue.NameOfEnvironment => environment.Name,
        VariableValue.LevelOfLogs => environment.LogLevel.ToString().ToUpperInvariant(),
        _ => throw new InvalidOperationException($"There is no way to write a {value.GetType().Name}."),
    };

    static IEnumerable<WorkloadSecret> SecretsOf(Workload workload) =>
        workload.Variables.Values.OfType<VariableValue.SecretFile>().Select(file => file.Secret).Distinct();
}
