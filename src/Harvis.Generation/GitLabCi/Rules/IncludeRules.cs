using Harvis.Generation.Yaml;
using Harvis.Model.Diagnostics;
using Harvis.Model.Versions;

namespace Harvis.Generation.GitLabCi.Rules;

/// <summary>What is included from elsewhere is named by what can't change: a commit, a full version, a hash.</summary>
static class IncludeRules
{
    public static IEnumerable<Diagnostic> Check(YamlMap body) => body.Entries
        .Where(entry => entry.Key == "include")
        .SelectMany(entry => entry.Value is YamlList list ? list.Items : [entry.Value])
        .Select(Unpinned).OfType<Diagnostic>();

    static Diagnostic? Unpinned(YamlNode include) => include switch
    {
        YamlText text when text.Value.Contains("://", StringComparison.Ordinal) => Of(text.Value, "Include it as remote with its integrity."),
        YamlMap map when Text(map, "component") is { } component && !IsVersion(component) => Of(component, "Name a full version or commit: path@1.2.3, not @1, @~latest or a branch."),
        YamlMap map when Text(map, "project") is { } project && !CommitId.TryParse(Text(map, "ref"), null, out _) => Of(project, "Set ref to a full commit."),
        YamlMap map when Text(map, "remote") is { } remote && Text(map, "integrity") is not { Length: > 0 } => Of(remote, "Add its integrity, sha256-…."),
        YamlMap map when Text(map, "template") is { } template => Of(template, "It changes with GitLab: copy it into the project and include it as local, or include a component.") with { Severity = DiagnosticSeverity.Warning },
        _ => null,
    };

    static bool IsVersion(string component) => component.LastIndexOf('@') is var at and > 0
        && component[(at + 1)..] is var version
        && (CommitId.TryParse(version, null, out _) || SemanticVersion.TryParse(version, null, out _));

    static string? Text(YamlMap map, string key) => map.Entries.FirstOrDefault(entry => entry.Key == key).Value is YamlText text ? text.Value : null;

    static Diagnostic Of(string what, string remedy) => new(GitLabCodes.UnpinnedInclude, $"The pipeline includes \"{what}\", which can change without anybody noticing.", remedy);
}
