using System.Globalization;
using Harvis.Model.Images;
using Harvis.Model.Versions;

namespace Harvis.Model.Tags;

/// <summary>Which tags a build puts on its images: a pure function of ref, commit, pipeline, time and environment.</summary>
/// <remarks>
/// Every build gets <c>build-&lt;pipeline id&gt;</c>. A branch build gets <c>&lt;environment&gt;-&lt;sha&gt;</c> and the sortable
/// <c>&lt;environment&gt;-&lt;UTC timestamp&gt;-&lt;sha&gt;</c>; only the main branch moves <c>&lt;environment&gt;-latest</c>.
/// A release tag <c>v1.2.3</c> gives <c>v1.2.3</c>, and <c>latest</c> if no released version is newer; a pre-release never moves <c>latest</c>.
/// A pull request publishes nothing.
/// </remarks>
public static class TagPlan
{
    /// <summary>The timestamp's form: UTC, sorts as text as it sorts in time.</summary>
    public const string TimestampFormat = "yyyyMMdd'T'HHmmss'Z'";

    /// <summary>The tags, in the order they are put on; those that move come last, so nobody follows them to an image that lacks the others.</summary>
    /// <exception cref="FormatException">
    /// The pipeline id is empty or holds a character that no tag can, or a tag would be longer than <see cref="ImageTag.MaxLength"/>.
    /// </exception>
    public static IReadOnlyList<PlannedTag> For(TagContext context)
    {
        if (context.PipelineId.Length == 0) throw new FormatException("The pipeline's id is empty: all builds would share one tag. Set it to what the CI system calls this run.");
        if (context.Ref.Tag is not null) return [Build(context), .. Release(context)];
        if (context.Ref.Branch is { } branch) return [Build(context), .. Branch(context, branch)];
        return [];
    }

    static PlannedTag Build(TagContext context) => Fixed($"build-{context.PipelineId}");

    static IEnumerable<PlannedTag> Branch(TagContext context, string branch)
    {
        var environment = context.Environment.Name;
        var time = context.Time.UtcDateTime.ToString(TimestampFormat, CultureInfo.InvariantCulture);
        yield return Fixed($"{environment}-{context.Commit.Short}");
        yield return Fixed($"{environment}-{time}-{context.Commit.Short}");
        if (branch == context.MainBranch) yield return Moving($"{environment}-latest");
    }

    static IEnumerable<PlannedTag> Release(TagContext context)
    {
        if (context.Ref.ReleaseVersion is not { } version) yield break;

        // '+' can't be in a tag; Helm and OCI tools write '_' for it.
        yield return Fixed($"v{version}".Replace('+', '_'));
        if (version.IsRelease && context.ReleasedVersions.All(released => !released.IsRelease || released <= version)) yield return Moving("latest");
    }

    static PlannedTag Fixed(string tag) => new(ImageTag.Parse(tag), Moves: false);

    static PlannedTag Moving(string tag) => new(ImageTag.Parse(tag), Moves: true);
}
