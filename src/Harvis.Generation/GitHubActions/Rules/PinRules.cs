using System.Text.RegularExpressions;
using Harvis.Generation.GitHubActions.Documents;
using Harvis.Model.Diagnostics;

namespace Harvis.Generation.GitHubActions.Rules;

/// <summary>What runs is named by its content: actions by commit, images by digest, tools by version.</summary>
static partial class PinRules
{
    // They fetch the newest version unless told another.
    static readonly string[] ToolActions = ["aquasecurity/setup-trivy", "1password/load-secrets-action"];

    /// <summary>HRV2103.</summary>
    public static IEnumerable<Diagnostic> Check(DocumentView view) =>
    [
        .. view.Steps.Where(step => step.Uses is not null).SelectMany(step => Actions(step.Where, step.Node)),
        .. view.Jobs.Where(job => job.IsCall).SelectMany(job => Actions(job.Where, job.Node)),
        .. view.Jobs.SelectMany(Images),
        .. view.Steps.Select(Tool).OfType<Diagnostic>(),
        .. Versions(view),
    ];

    static IEnumerable<Diagnostic> Actions(string where, Yaml.YamlNode node)
    {
        var uses = YamlLookup.Text(node, "uses") ?? "";
        if (uses.StartsWith("./", StringComparison.Ordinal)) yield break;
        var isImage = uses.StartsWith("docker://", StringComparison.Ordinal);
        if (!(isImage ? Digest() : Commit()).IsMatch(uses))
            yield return Finding($"{where}: \"{uses}\" isn't pinned {(isImage ? "by digest (unpinned-images)" : "by a full commit (unpinned-uses)")}.", "Pin it: whoever can move a tag decides what runs.");
        else if (!isImage && YamlLookup.Find(node, "uses")?.Comment is not { Length: > 0 })
            yield return Finding($"{where}: \"{uses}\" doesn't say which version the commit is (ref-version-mismatch).", "Write the version behind it as a comment.");
    }

    static IEnumerable<Diagnostic> Images(JobView job) => job.Containers
        .Select(container => (container.Name, Image: (container.Container as Yaml.YamlText)?.Value ?? YamlLookup.Text(container.Container, "image") ?? ""))
        .Where(container => !Digest().IsMatch(container.Image))
        .Select(container => Finding($"{job.Where}: the image \"{container.Image}\" of \"{container.Name}\" isn't pinned by digest (unpinned-images).", "Write image@sha256:… ."));

    static Diagnostic? Tool(StepView step)
    {
        var newest = YamlLookup.Entries(YamlLookup.Find(step.Node, "with")).Any(input => input.Key.EndsWith("version", StringComparison.Ordinal) && step.Input(input.Key) == "latest");
        var untold = ToolActions.Contains(step.Action) && step.Input("version") is null;
        return newest || untold ? Finding($"{step.Where}: the action fetches whichever version of its tool is the newest (unpinned-tools).", "Give it a version.") : null;
    }

    // One commit can't be two versions, nor one version two commits.
    static IEnumerable<Diagnostic> Versions(DocumentView view)
    {
        var pins = view.Steps.Select(step => YamlLookup.Find(step.Node, "uses")).Concat(view.Jobs.Select(job => YamlLookup.Find(job.Node, "uses"))).OfType<Yaml.YamlText>()
            .Where(uses => Commit().IsMatch(uses.Value) && uses.Comment is not null)
            .Select(uses => (Repository: string.Join('/', uses.Value.Split('@')[0].Split('/')[..2]), Commit: uses.Value.Split('@')[1], Version: uses.Comment!.Trim())).Distinct().ToList();
        return pins.GroupBy(pin => (pin.Repository, pin.Commit)).Concat(pins.GroupBy(pin => (pin.Repository, pin.Version))).Where(group => group.Count() > 1)
            .Select(group => Finding($"{group.Key.Item1} at \"{group.Key.Item2}\" is both {string.Join(" and ", group.Select(pin => $"{pin.Version} ({pin.Commit})"))} (ref-version-mismatch).", "Take all from the pin file."));
    }

    static Diagnostic Finding(string message, string remedy) => new(GitHubCodes.Unpinned, message, remedy);

    [GeneratedRegex("^[^@]+@(?:[0-9a-f]{40}|[0-9a-f]{64})$", RegexOptions.CultureInvariant)]
    private static partial Regex Commit();

    [GeneratedRegex("@sha(?:256:[0-9a-f]{64}|512:[0-9a-f]{128})$", RegexOptions.CultureInvariant)]
    private static partial Regex Digest();
}
