using Harvis.Generation.GitHubActions.Expressions;
using Harvis.Model.Diagnostics;
using Harvis.Model.Runners;

namespace Harvis.Generation.GitHubActions.Plans;

/// <summary>What selects a job's runner.</summary>
/// <param name="options">The labels of hosted runners.</param>
/// <param name="findings">Takes runners without a label.</param>
sealed class RunnerLabels(GitHubWorkflowOptions options, Findings findings)
{
    /// <summary>The labels that the runner must have, all of them.</summary>
    public IReadOnlyList<Template> Of(RunnerNode runner)
    {
        if (!runner.IsHosted) return ["self-hosted", .. (runner.Tags.Count == 0 ? [runner.Name] : runner.Tags).Select(tag => (Template)tag)];
        if (options.HostedLabels.TryGetValue(runner.Name, out var label)) return [label];
        findings.Add(new Diagnostic(GitHubCodes.UnknownRunner, $"There is no label for the hosted runner \"{runner.Name}\".", "Add it to HostedLabels."));
        return [runner.Name];
    }

    /// <summary>Whether its scripts are PowerShell's.</summary>
    public static bool IsWindows(RunnerNode runner) => runner.Platform.Os == "windows";
}
