namespace Harvis.Model.Names;

/// <summary>What a workload asks for and the most it may use.</summary>
public sealed record QuantityRange
{
    /// <summary>A request and a limit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The limit is below the request.</exception>
    public QuantityRange(Quantity request, Quantity limit)
    {
        if (limit < request) throw new ArgumentOutOfRangeException(nameof(limit), $"The limit {limit} is below the request {request}.");
        (Request, Limit) = (request, limit);
    }

    /// <summary>What is reserved.</summary>
    public Quantity Request { get; }

    /// <summary>The most that may be used.</summary>
    public Quantity Limit { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Request}..{Limit}";
}
