using Harvis.Generation.GitLabCi.Syntax;
using Harvis.Generation.Yaml;
using Harvis.Model.Ci;
using Harvis.Model.Diagnostics;

namespace Harvis.Generation.GitLabCi.Rules;

/// <summary>What is wrong with a configuration, wherever it came from: the document as it is written, raw parts included, is what is checked.</summary>
static class GitLabDocumentRules
{
    static readonly HashSet<string> Globals = new(StringComparer.Ordinal) { "include", "workflow", "variables", "stages", "spec" };

    public static IEnumerable<Diagnostic> Check(CiPlan plan, GitLabPipelineOptions options, GitLabDocument document)
    {
        var body = document.Body();
        return
        [
            .. PartRules.Check(plan),
            .. StopJobs(plan, options),
            .. IncludeRules.Check(body),
            .. SecretRules.Check("the pipeline", body),
            .. Sections(body).SelectMany(section => Section(section.Name, section.Keywords)),
            .. options.StartedFromOutside ? CommitRules.Check(Sections(body)) : [],
        ];
    }

    static IEnumerable<Diagnostic> Section(string name, YamlMap keywords) =>
        [.. ScriptRules.Check(name, keywords), .. ImageRules.Check(name, keywords), .. SecretRules.Check(name, keywords)];

    // Everything but the few global keywords is a job, the default for all jobs, or another global keyword of the same form.
    static IEnumerable<(string Name, YamlMap Keywords)> Sections(YamlMap body) =>
        [.. body.Entries.Where(entry => !Globals.Contains(entry.Key)).Select(entry => entry.Value is YamlMap map
            ? (entry.Key == "default" ? "the default" : $"job \"{entry.Key}\"", map)
            : ("the pipeline", new YamlMap([entry])))];

    static IEnumerable<Diagnostic> StopJobs(CiPlan plan, GitLabPipelineOptions options) => options.Environments
        .Where(environment => environment.Value.StopJob is { } stop && plan.Find(stop)?.Environment?.Name != environment.Key)
        .Select(environment => new Diagnostic(
            GitLabCodes.UnknownStopJob,
            $"Environment \"{environment.Key}\" is stopped by job \"{environment.Value.StopJob}\", which isn't a job of that environment.",
            NearestName.Hint(environment.Value.StopJob!, plan.Jobs.Where(job => job.Environment?.Name == environment.Key).Select(job => job.Id))));
}
