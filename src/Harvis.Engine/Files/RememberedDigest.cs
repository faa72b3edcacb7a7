using Harvis.Model.Images;

namespace Harvis.Engine.Files;

/// <summary>A digest and the status of the file when it was taken.</summary>
readonly record struct RememberedDigest(FileStatus Status, Digest Digest);
