using Harvis.Model.Diagnostics;
using Harvis.Model.Environments;
using Harvis.Model.Versions;

namespace Harvis.Deployment.GitLab;

/// <summary>The pipeline that is wanted. Everything about it reaches GitLab as the values of variables.</summary>
public sealed record PipelineRequest
{
    /// <summary>The branch or tag whose pipeline is made.</summary>
    public required GitRef Ref { get; init; }

    /// <summary>The commit that was approved: <c>HARVIS_COMMIT</c>, which the jobs build whatever the branch holds by then.</summary>
    public required CommitId Commit { get; init; }

    /// <summary>Where it delivers to: <c>HARVIS_ENVIRONMENT</c>; null for wherever the ref leads.</summary>
    public DeliveryEnvironment? Environment { get; init; }

    /// <summary>What happened, as <c>HARVIS_EVENT</c> says it: push, tag, dispatch. The default is push.</summary>
    public string Event { get; init; } = "push";

    /// <summary>Further variables. Nothing secret: GitLab shows them.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>What tells this pipeline from any other: <c>HARVIS_TRIGGER_ID</c>. The default is made at random.</summary>
    public string Id { get; init; } = Guid.NewGuid().ToString("N");

    internal const string IdVariable = "HARVIS_TRIGGER_ID";

    /// <exception cref="DiagnosticException">It is neither a branch nor a tag.</exception>
    internal string RefName => Ref.Branch ?? Ref.Tag ?? throw new DiagnosticException(new Diagnostic(
        GitLabCodes.RefNotTriggerable, $"GitLab makes no pipeline for {Ref}.", "Trigger it for a branch or a tag."));

    internal IEnumerable<KeyValuePair<string, string>> AllVariables
    {
        get
        {
            var all = new Dictionary<string, string>(Variables, StringComparer.Ordinal)
            {
                ["HARVIS_EVENT"] = Event,
                ["HARVIS_REF"] = Ref.FullName,
                ["HARVIS_COMMIT"] = Commit.ToString(),
                [IdVariable] = Id,
            };
            if (Environment is not null) all["HARVIS_ENVIRONMENT"] = Environment.Name;
            return all.OrderBy(variable => variable.Key, StringComparer.Ordinal);
        }
    }
}
