using Harvis.Model.Images;
using Harvis.Model.Names;

namespace Harvis.Model.Ci;

/// <summary>A container that runs beside a job, reached by its name.</summary>
public sealed record CiService : INamed
{
    /// <summary>A service that answers under this host name.</summary>
    /// <exception cref="FormatException">It isn't a DNS label.</exception>
    public CiService(string name) => Name = DnsLabel.Parse(name).ToString();

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>Its image, by digest.</summary>
    public required ImageReference Image { get; init; }

    /// <summary>Its environment variables; nothing secret.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>The ports on which it answers.</summary>
    public IReadOnlyList<int> Ports { get; init; } = [];
}
