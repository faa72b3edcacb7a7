using Harvis.Model.Images;

namespace Harvis.Containers.Content;

/// <summary>A digest and the status of the file when it was taken.</summary>
readonly record struct RememberedDigest(FileStatus Status, Digest Digest);
