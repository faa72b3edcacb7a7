using Harvis.Generation.GitLabCi.Parts;
using Harvis.Generation.GitLabCi.Rules;
using Harvis.Generation.GitLabCi.Syntax;
using Harvis.Generation.Yaml;
using Harvis.Model.Ci;
using Harvis.Model.Diagnostics;
using Harvis.Model.Files;
using Harvis.Model.Names;
using Harvis.Model.Triggers;

namespace Harvis.Generation.GitLabCi;

/// <summary>Writes a plan as the configuration of a GitLab pipeline. Pure: equal plans give equal bytes.</summary>
public static class GitLabPipeline
{
    /// <summary>The configuration and what is wrong with it.</summary>
    public static GitLabGeneration Generate(CiPlan plan, GitLabPipelineOptions? options = null)
    {
        var chosen = options ?? new GitLabPipelineOptions();
        var diagnostics = new List<Diagnostic>();
        var document = Document(plan, chosen, diagnostics);
        diagnostics.AddRange(GitLabDocumentRules.Check(plan, chosen, document));
        return new GitLabGeneration(document, new GeneratedFile(chosen.Path, document.ToYaml()), diagnostics);
    }

    static GitLabDocument Document(CiPlan plan, GitLabPipelineOptions options, List<Diagnostic> diagnostics)
    {
        var starts = new GitLabStarts(plan);
        var jobs = new GitLabJobs(plan, starts, new GitLabNames(plan), options, diagnostics);
        return new GitLabDocument
        {
            Header = GitLabHeader.Of(plan, options),
            Includes = [.. options.Includes, .. Components(plan)],
            Workflow = new GitLabWorkflow(new GitLabActivations(plan, starts, options).OfPipeline()) { Name = Plain(plan.Name), CancelsOlder = !options.StartedFromOutside },
            Variables = options.StartedFromOutside ? [] : Inputs(plan),
            Default = new GitLabDefault { Image = options.Image is { } image ? new GitLabImage(image) : null, Retry = GitLabRetry.RunnerFaults },
            Stages = GitLabStages.Of(plan, starts, diagnostics),
            Jobs = [.. plan.Jobs.SelectMany(jobs.Of)],
            Parts = [.. options.Parts.Concat(plan.Jobs.SelectMany(job => job.Extensions).OfType<GitLabPipelinePart>()).Select(part => part.Keywords)],
        };
    }

    // Items of one target all bring the same component; it is included once.
    static IEnumerable<GitLabInclude> Components(CiPlan plan) => plan.Jobs
        .SelectMany(job => job.Extensions).OfType<GitLabComponent>().Select(component => component.ToInclude())
        .DistinctBy(include => YamlWriter.Write(include.ToYaml()), StringComparer.Ordinal);

    // A person is asked for them on the page that starts a pipeline; in all others they are what nothing chosen means.
    static IReadOnlyList<GitLabVariable> Inputs(CiPlan plan) =>
    [
        .. plan.Jobs.SelectMany(job => job.Activations).SelectMany(activation => activation.Triggers).OfType<Trigger.ByHand>()
            .SelectMany(trigger => trigger.Inputs).DistinctBy(input => input.Parameter, StringComparer.Ordinal).Select(Input),
    ];

    static GitLabVariable Input(TriggerInput input) => new(ParameterName.Variable(input.Parameter), input.Default ?? "")
    {
        Description = input.Description,
        Options = input.Options.Count == 0 || input.Options.Contains(input.Default ?? "") ? input.Options : [input.Default ?? "", .. input.Options],
    };

    // GitLab would take $NAME in a pipeline's name for a variable.
    static string Plain(string name) => name.Replace('$', '_');
}
