using Harvis.Generation.GitHubActions.Documents;
using Harvis.Generation.Yaml;
using Harvis.Model.Diagnostics;

namespace Harvis.Generation.GitHubActions.Rules;

/// <summary>Nothing is allowed to a whole workflow; each job may do what it needs, and says what for.</summary>
static class PermissionRules
{
    const string Remedy = "Grant nothing to the workflow, and to each job what it needs.";

    /// <summary>HRV2104.</summary>
    public static IEnumerable<Diagnostic> Check(DocumentView view) =>
    [
        .. Top(view),
        .. view.Jobs.SelectMany(job => Grants(job.Where, YamlLookup.Find(job.Node, "permissions"))),
    ];

    static IEnumerable<Diagnostic> Top(DocumentView view)
    {
        var permissions = YamlLookup.Find(view.Map, "permissions");
        if (permissions is null)
            yield return Finding("The workflow doesn't say what it may do, so the repository's settings do (excessive-permissions, Token-Permissions).", Remedy);
        if (YamlLookup.Entries(permissions).Any(grant => grant.Value is YamlText { Value: "write" }))
            yield return Finding("The workflow may write in every job of it (excessive-permissions, Token-Permissions).", Remedy);
        foreach (var finding in Grants("The workflow", permissions)) yield return finding;
    }

    static IEnumerable<Diagnostic> Grants(string where, YamlNode? permissions)
    {
        if (permissions is YamlText all)
            yield return Finding($"{where}: \"{all.Value}\" grants more than anything needs (excessive-permissions, Token-Permissions).", Remedy);
        foreach (var (scope, level) in YamlLookup.Entries(permissions))
        {
            if ((scope, (level as YamlText)?.Value) is ("contents", "read") or (_, "none") || level.Comment is { Length: > 0 }) continue;
            yield return Finding($"{where}: nothing says what \"{scope}\" is needed for (undocumented-permissions).", "Give the grant a reason.");
        }
    }

    static Diagnostic Finding(string message, string remedy) => new(GitHubCodes.WidePermissions, message, remedy);
}
