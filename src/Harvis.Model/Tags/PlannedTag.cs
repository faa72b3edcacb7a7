using Harvis.Model.Images;

namespace Harvis.Model.Tags;

/// <summary>A tag that a build puts on its images.</summary>
/// <param name="Tag">The tag.</param>
/// <param name="Moves">Whether a later build puts the same tag on another image. Automation never follows a tag that moves.</param>
public sealed record PlannedTag(ImageTag Tag, bool Moves);
