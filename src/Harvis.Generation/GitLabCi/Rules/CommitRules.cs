using Harvis.Generation.Yaml;
using Harvis.Model.Diagnostics;

namespace Harvis.Generation.GitLabCi.Rules;

/// <summary>In a pipeline that another system starts, each job with a script first checks out the approved commit.</summary>
static class CommitRules
{
    static readonly HashSet<string> Checkouts = new(StringComparer.Ordinal)
    {
        GitLabCheckout.Script(hasHistory: false, isAlways: false), GitLabCheckout.Script(hasHistory: false, isAlways: true),
        GitLabCheckout.Script(hasHistory: true, isAlways: false), GitLabCheckout.Script(hasHistory: true, isAlways: true),
    };

    public static IEnumerable<Diagnostic> Check(IEnumerable<(string Name, YamlMap Keywords)> sections) => sections
        .Where(section => Find(section.Keywords, "script") is not null && !(ChecksOut(section.Keywords) && Fetches(section.Keywords)))
        .Select(section => new Diagnostic(
            GitLabCodes.OtherCommit,
            $"The pipeline is started by another system, and {section.Name} doesn't check out the commit that was approved there.",
            "Make it a target, whose job does; or let before_script start with the same commands as theirs, and GIT_STRATEGY be fetch."));

    static bool ChecksOut(YamlMap keywords) => Find(keywords, "before_script") is YamlList { Items: [YamlText first, ..] } && Checkouts.Contains(first.Value);

    static bool Fetches(YamlMap keywords) =>
        Find(keywords, "variables") is YamlMap variables && Find(variables, "GIT_STRATEGY") is YamlText { Value: "fetch" or "clone" };

    static YamlNode? Find(YamlMap map, string key) => map.Entries.FirstOrDefault(entry => entry.Key == key).Value;
}
