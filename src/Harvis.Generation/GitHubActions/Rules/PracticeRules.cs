using Harvis.Generation.GitHubActions.Documents;
using Harvis.Model.Diagnostics;

namespace Harvis.Generation.GitHubActions.Rules;

/// <summary>What something safer replaced.</summary>
static class PracticeRules
{
    const string OldCommands = "ACTIONS_ALLOW_UNSECURE_COMMANDS";

    // Actions whose whole work is one command that every hosted runner has.
    static readonly Dictionary<string, string> Superfluous = new(StringComparer.OrdinalIgnoreCase)
    {
        ["actions/create-release"] = "gh release create",
        ["ncipollo/release-action"] = "gh release create",
        ["softprops/action-gh-release"] = "gh release create",
        ["elgohr/github-release-action"] = "gh release create",
        ["svenstaro/upload-release-action"] = "gh release upload",
        ["peter-evans/create-pull-request"] = "gh pr create",
        ["peter-evans/create-or-update-comment"] = "gh pr comment",
        ["dacbd/create-issue-action"] = "gh issue create",
        ["actions-ecosystem/action-add-labels"] = "gh pr edit --add-label",
        ["actions-ecosystem/action-remove-labels"] = "gh pr edit --remove-label",
        ["addnab/docker-run-action"] = "docker run",
        ["sergeysova/jq-action"] = "jq",
        ["stefanzweifel/git-auto-commit-action"] = "git commit",
        ["endbug/add-and-commit"] = "git commit",
    };

    static readonly string[] Uploads = ["nuget push", "npm publish", "twine upload", "cargo publish", "gem push"];

    /// <summary>HRV2110.</summary>
    public static IEnumerable<Diagnostic> Check(DocumentView view) =>
    [
        .. Variables(view).Contains(OldCommands) ? [Finding($"{OldCommands} lets whatever a step prints change later steps (insecure-commands).", "Hand values on with GITHUB_OUTPUT.")] : Array.Empty<Diagnostic>(),
        .. view.Steps.Where(step => Superfluous.ContainsKey(step.Action)).Select(step => Finding($"{step.Where}: the action does what \"{Superfluous[step.Action]}\" does, with one more party to trust (superfluous-actions).", "Run the command in a target.")),
        .. view.Steps.Where(PublishesWithSecret).Select(step => Finding($"{step.Where}: a lasting key publishes the package (use-trusted-publishing).", "Let the registry trust the workflow: Permission.IdentityToken.")),
    ];

    static IEnumerable<string> Variables(DocumentView view) => view.Steps.Select(step => step.Node).Concat(view.Jobs.Select(job => job.Node)).Append(view.Map)
        .SelectMany(node => YamlLookup.Entries(YamlLookup.Find(node, "env"))).Select(variable => variable.Key);

    static bool PublishesWithSecret(StepView step) =>
        (Uploads.Any(upload => step.Run?.Contains(upload, StringComparison.Ordinal) == true) && YamlLookup.Texts(step.Node).SelectMany(ExpressionText.In).SelectMany(ExpressionText.Secrets).Any())
        || (step.Action == "pypa/gh-action-pypi-publish" && step.Input("password") is not null);

    static Diagnostic Finding(string message, string remedy) => new(GitHubCodes.ReplacedPractice, message, remedy);
}
