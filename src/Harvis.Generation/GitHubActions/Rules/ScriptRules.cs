using Harvis.Generation.GitHubActions.Documents;
using Harvis.Generation.Yaml;
using Harvis.Model.Diagnostics;

namespace Harvis.Generation.GitHubActions.Rules;

/// <summary>Scripts are texts, and what others write is no part of them.</summary>
static class ScriptRules
{
    static readonly string[] LastingFiles = ["GITHUB_ENV", "GITHUB_PATH"];

    /// <summary>HRV2101 and HRV2102.</summary>
    public static IEnumerable<Diagnostic> Check(DocumentView view) => view.Steps.SelectMany(step => new[] { Text(step), Injection(step), Environment(step) }).OfType<Diagnostic>();

    static Diagnostic? Text(StepView step) => YamlLookup.Find(step.Node, "run") is null or YamlText
        ? null
        : new Diagnostic(GitHubCodes.ScriptNotText, $"{step.Where}: the script isn't a text.", "Quote it: a ': ' in it makes a map of it.");

    static Diagnostic? Injection(StepView step)
    {
        var script = step.Run ?? (step.Action == "actions/github-script" ? step.Input("script") : null);
        var untrusted = ExpressionText.In(script ?? "").FirstOrDefault(ExpressionText.IsUntrusted);
        return untrusted is null ? null : new Diagnostic(
            GitHubCodes.UntrustedText, $"{step.Where}: \"{untrusted}\" becomes part of the script, whatever it holds (template-injection).", "Hand it over as an environment variable of the step.");
    }

    static Diagnostic? Environment(StepView step)
    {
        var file = LastingFiles.FirstOrDefault(name => step.Run?.Contains(name, StringComparison.Ordinal) == true);
        return file is null ? null : new Diagnostic(
            GitHubCodes.UntrustedText, $"{step.Where}: what the script writes to {file} decides what later steps run (github-env).", "Hand values to later steps with GITHUB_OUTPUT.");
    }
}
