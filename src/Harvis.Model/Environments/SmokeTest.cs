namespace Harvis.Model.Environments;

/// <summary>One HTTP request that shows that a delivered environment works.</summary>
/// <param name="Url">The address, as the machine that delivers reaches it.</param>
public sealed record SmokeTest(Uri Url)
{
    /// <summary>What it shows, in a few words.</summary>
    public required string Description { get; init; }

    /// <summary>The status code of success. The default is 200.</summary>
    public int ExpectedStatus { get; init; } = 200;

    /// <summary>Texts that the body must hold.</summary>
    public IReadOnlyList<string> ExpectedTexts { get; init; } = [];

    /// <summary>
    /// Values that other workloads serve and that the body, plain or as HTML, must show. That they are read at the time of the test proves
    /// that the data comes through.
    /// </summary>
    public IReadOnlyList<ServedValue> ExpectedValues { get; init; } = [];
}
