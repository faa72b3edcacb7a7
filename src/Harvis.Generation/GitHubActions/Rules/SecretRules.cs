using System.Text.RegularExpressions;
using Harvis.Generation.GitHubActions.Documents;
using Harvis.Generation.Yaml;
using Harvis.Model.Diagnostics;

namespace Harvis.Generation.GitHubActions.Rules;

/// <summary>A secret reaches the step that needs it and nothing else.</summary>
static partial class SecretRules
{
    /// <summary>HRV2105.</summary>
    public static IEnumerable<Diagnostic> Check(DocumentView view) =>
    [
        .. Environment("The workflow", YamlLookup.Find(view.Map, "env")),
        .. Expressions(view.Map).Where(expression => AllSecrets().IsMatch(expression)).Select(expression => Finding($"\"{expression}\" is every secret there is (overprovisioned-secrets, job_all_secrets).", "Name the secrets that are needed.")),
        .. Expressions(view.Map).Where(expression => ReadSecret().IsMatch(expression)).Select(expression => Finding($"\"{expression}\" takes a secret apart, and logs mask only the whole (unredacted-secrets).", "Keep each value as a secret of its own.")),
        .. view.Jobs.SelectMany(Job),
    ];

    static IEnumerable<Diagnostic> Job(JobView job) =>
    [
        .. YamlLookup.Text(job.Node, "secrets") == "inherit" ? [Finding($"{job.Where}: the called workflow gets every secret there is (secrets-inherit).", "Name the secrets that it needs.")] : Array.Empty<Diagnostic>(),
        .. Environment(job.Where, YamlLookup.Find(job.Node, "env")),
        .. Outside(job),
        .. job.Containers.SelectMany(container => Password(job, container)),
    ];

    static IEnumerable<Diagnostic> Environment(string where, YamlNode? variables) => Expressions(variables).SelectMany(ExpressionText.Secrets)
        .Select(secret => Finding($"{where}: every step gets \"{secret}\" (overprovisioned-secrets).", "Give it to the step that needs it."));

    // A called workflow has environments of its own.
    static IEnumerable<Diagnostic> Outside(JobView job) => job.IsCall || YamlLookup.Find(job.Node, "environment") is not null
        ? []
        : Expressions(job.Node).SelectMany(ExpressionText.Secrets).Distinct()
            .Select(secret => Finding($"{job.Where}: \"{secret}\" is read outside of any environment (secrets-outside-env).", "Keep it in an environment, which decides who gets it."));

    static IEnumerable<Diagnostic> Password(JobView job, (string Name, YamlNode Container) container)
    {
        var password = YamlLookup.Text(YamlLookup.Find(container.Container, "credentials"), "password");
        if (password is not null && !ExpressionText.IsWhole(password))
            yield return Finding($"{job.Where}: the password of \"{container.Name}\" stands in the file (hardcoded-container-credentials).", "Read it from a secret.");
    }

    static IEnumerable<string> Expressions(YamlNode? node) => YamlLookup.Texts(node).SelectMany(ExpressionText.In);

    static Diagnostic Finding(string message, string remedy) => new(GitHubCodes.ExposedSecrets, message, remedy);

    [GeneratedRegex(@"(?<![\w.-])secrets\s*(?:\)|\[|\.\*|$)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex AllSecrets();

    [GeneratedRegex(@"\bfromJSON\s*\(\s*secrets\.", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ReadSecret();
}
