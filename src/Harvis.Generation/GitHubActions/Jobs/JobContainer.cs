using System.Globalization;
using Harvis.Generation.GitHubActions.Documents;
using Harvis.Generation.GitHubActions.Expressions;
using Harvis.Generation.Yaml;

namespace Harvis.Generation.GitHubActions.Jobs;

/// <summary>A container that a job's steps run in, or that runs beside them.</summary>
/// <param name="Image">The image.</param>
/// <remarks>https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idcontainer.</remarks>
public sealed record JobContainer(Template Image)
{
    /// <summary>Who pulls the image; null for nobody in particular.</summary>
    public ContainerCredentials? Credentials { get; init; }

    /// <summary>Its environment variables.</summary>
    public IReadOnlyList<(string Name, Template Value)> Variables { get; init; } = [];

    /// <summary>The ports that the runner's machine forwards to it, each to the same.</summary>
    public IReadOnlyList<int> Ports { get; init; } = [];

    /// <summary>What is mounted: <c>source:path</c>.</summary>
    public IReadOnlyList<string> Volumes { get; init; } = [];

    /// <summary>More options of <c>docker create</c>.</summary>
    public string? Options { get; init; }

    internal YamlMap ToYaml() => YamlMap.Of(
        ("image", Image.ToString()),
        ("credentials", Credentials?.ToYaml()),
        ("env", YamlTexts.Of(Variables)),
        ("ports", YamlTexts.Of([.. Ports.Select(port => string.Create(CultureInfo.InvariantCulture, $"{port}:{port}"))])),
        ("volumes", YamlTexts.Of(Volumes)),
        ("options", Options is null ? null : new YamlText(Options)));
}
