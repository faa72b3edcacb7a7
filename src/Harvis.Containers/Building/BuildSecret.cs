namespace Harvis.Containers.Building;

/// <summary>A file that a step may mount with <c>RUN --mount=type=secret,id=…</c>.</summary>
/// <param name="Id">Its id in the Dockerfile.</param>
/// <param name="File">The full path on this machine. Its content counts nowhere and is stored nowhere.</param>
public sealed record BuildSecret(string Id, string File);
