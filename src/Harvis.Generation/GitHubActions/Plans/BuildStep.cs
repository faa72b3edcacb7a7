using Harvis.Generation.GitHubActions.Expressions;
using Harvis.Generation.GitHubActions.Steps;
using Harvis.Model.Ci;
using Harvis.Model.Names;
using Harvis.Model.Triggers;

namespace Harvis.Generation.GitHubActions.Plans;

/// <summary>The step that starts the build with the job's nodes. What isn't fixed when the file is written comes as an environment variable.</summary>
/// <param name="plan">The plan.</param>
/// <param name="options">Which secrets are the job's own token.</param>
sealed class BuildStep(CiPlan plan, GitHubWorkflowOptions options)
{
    /// <summary>Its id, by which the job's outputs read its results.</summary>
    public const string Id = "run";

    /// <summary>What a leg of a matrix is called in the matrix: its node.</summary>
    public const string Node = "node";

    /// <summary>The step.</summary>
    public RunStep Of(CiJob job, bool onWindows) => new(onWindows ? Windows(job) : Posix(job))
    {
        Id = Id,
        Shell = onWindows ? "pwsh" : "bash",
        Variables = [.. Leg(job), .. Inputs(job), .. Needs(job), .. Secrets(job)],
    };

    static Template Posix(CiJob job) => $"./build.sh {(job.Legs.Count > 0 ? "\"$NODE\"" : string.Join(' ', job.Nodes.Select(ShellWord.Posix)))} --only";

    static Template Windows(CiJob job) => $"./build.ps1 {(job.Legs.Count > 0 ? "$env:NODE" : string.Join(' ', job.Nodes.Select(ShellWord.PowerShell)))} --only";

    static IEnumerable<(string, Template)> Leg(CiJob job) => job.Legs.Count == 0 ? [] : [("NODE", Expression.Of($"matrix.{Node}"))];

    IEnumerable<(string, Template)> Inputs(CiJob job) => job.Activations.Any(activation => activation.Triggers.Any(trigger => trigger is Trigger.ByHand))
        ? WorkflowTriggers.Inputs(plan).Select(input => (ParameterName.Variable(input.Parameter), (Template)new Expression.Value(["inputs", input.Input.Name])))
        : [];

    static IEnumerable<(string, Template)> Needs(CiJob job) =>
        job.TakesOver.Count == 0 ? [] :
        [
            ("HARVIS_NEEDS", Expression.Calling("toJSON", Expression.Of("needs"))),
            .. job.Activations.All(activation => activation.IsTriggered) ? [("HARVIS_ONLY_TRIGGERED", (Template)"true")] : Array.Empty<(string, Template)>(),
        ];

    IEnumerable<(string, Template)> Secrets(CiJob job) => job.Secrets.Select(secret => (ParameterName.Variable(secret), SecretOf(secret)));

    Template SecretOf(string secret) => options.JobTokens.Contains(secret) ? Expression.Of("github.token") : new Expression.Value(["secrets", ParameterName.Variable(secret)]);
}
