using Harvis.Model.Environments;
using Harvis.Model.Versions;

namespace Harvis.Model.Tags;

/// <summary>What the tags of one build follow from.</summary>
public sealed record TagContext
{
    /// <summary>The ref that is built.</summary>
    public required GitRef Ref { get; init; }

    /// <summary>The commit that is built.</summary>
    public required CommitId Commit { get; init; }

    /// <summary>The pipeline's id, unique among builds; 1 to 122 letters, digits, '.', '_' and '-'.</summary>
    public required string PipelineId { get; init; }

    /// <summary>When the pipeline started; every image of one pipeline has the same.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The environment that branch builds are for.</summary>
    public required DeliveryEnvironment Environment { get; init; }

    /// <summary>The branch whose builds move <c>&lt;environment&gt;-latest</c>. The default is <c>main</c>.</summary>
    public string MainBranch { get; init; } = "main";

    /// <summary>The versions released so far; <c>latest</c> moves only past all of them. Pre-releases among them don't count.</summary>
    public IReadOnlyList<SemanticVersion> ReleasedVersions { get; init; } = [];
}
