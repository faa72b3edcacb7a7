using Harvis.Generation.GitHubActions.Additions;
using Harvis.Generation.GitHubActions.Pins;
using Harvis.Model.Runners;

namespace Harvis.Generation.GitHubActions.Plans;

/// <summary>What a plan doesn't say because only GitHub has it.</summary>
public sealed record GitHubWorkflowOptions
{
    /// <summary>Where the file is kept: <c>.github/workflows/ci.yml</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The commits of the actions.</summary>
    public required ActionPins Pins { get; init; }

    /// <summary>What people call the workflow; null for the plan's name.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The label of each hosted runner, by the name of its node; with a version, because <c>-latest</c> moves.</summary>
    /// <remarks>https://docs.github.com/actions/reference/runners/github-hosted-runners.</remarks>
    public IReadOnlyDictionary<string, string> HostedLabels { get; init; } = new Dictionary<string, string>
    {
        [HostedRunners.Linux.Name] = "ubuntu-24.04",
        [HostedRunners.LinuxArm.Name] = "ubuntu-24.04-arm",
        [HostedRunners.Windows.Name] = "windows-2025",
        [HostedRunners.MacOS.Name] = "macos-15",
    };

    /// <summary>The runner of jobs that name none. The default is <see cref="HostedRunners.Linux"/>.</summary>
    public RunnerNode DefaultRunner { get; init; } = HostedRunners.Linux;

    /// <summary>What every job needs before the build can start. The default is the SDK that <c>global.json</c> names.</summary>
    public IReadOnlyList<ActionStep> Setup { get; init; } = [new ActionStep("actions/setup-dotnet") { Inputs = [("global-json-file", "global.json")] }];

    /// <summary>Workflows that run as jobs of this one.</summary>
    public IReadOnlyList<CalledWorkflow> Calls { get; init; } = [];

    /// <summary>Where environments answer, by name.</summary>
    public IReadOnlyDictionary<string, Uri> EnvironmentUrls { get; init; } = new Dictionary<string, Uri>();

    /// <summary>The environment that keeps the secrets of jobs that change none. The default is <c>pipeline</c>.</summary>
    public string SecretsEnvironment { get; init; } = "pipeline";

    /// <summary>The parameters that are the token of the job itself. The default is <c>GitHubToken</c>.</summary>
    public IReadOnlyList<string> JobTokens { get; init; } = ["GitHubToken"];

    /// <summary>How long files between jobs are kept, in days, 1 to 90. The default is 1: they are for the jobs of the same run.</summary>
    public int ArtifactDays { get; init; } = 1;

    /// <summary>Raw parts of the workflow.</summary>
    public IReadOnlyList<GitHubWorkflowPart> Parts { get; init; } = [];
}
