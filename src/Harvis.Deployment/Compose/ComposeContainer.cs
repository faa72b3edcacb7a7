namespace Harvis.Deployment.Compose;

/// <summary>A container of a compose project, as the engine lists it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="State"><c>running</c>, <c>exited</c>, ….</param>
/// <param name="Status">In words, with its health: <c>Up 2 minutes (healthy)</c>.</param>
/// <param name="Release">The release it belongs to; empty for one that Harvis didn't start.</param>
/// <param name="Ports">The published ports, as the engine writes them.</param>
sealed record ComposeContainer(string Name, string State, string Status, string Release, string Ports)
{
    /// <summary>The columns that <see cref="Parse"/> reads, as the engine's own template.</summary>
    public const string Template = "{{.Names}}\t{{.State}}\t{{.Status}}\t{{.Label \"" + ComposeRelease.Label + "\"}}\t{{.Ports}}";

    /// <summary>Whether it runs and its health check, if it has one, passes.</summary>
    public bool IsHealthy =>
        State == "running" && !Status.Contains("(unhealthy)", StringComparison.Ordinal) && !Status.Contains("(health: starting)", StringComparison.Ordinal);

    /// <summary>Reads the engine's list.</summary>
    public static IReadOnlyList<ComposeContainer> Parse(string output) =>
    [
        .. output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.TrimEnd('\r').Split('\t'))
            .Where(columns => columns.Length == 5)
            .Select(columns => new ComposeContainer(columns[0], columns[1], columns[2], columns[3], columns[4])),
    ];
}
