namespace Harvis.Model.Environments;

/// <summary>One HTTP request that shows that a delivered environment works.</summary>
public sealed record SmokeTest
{
    // Kept as text: what is declared is made at each start, and taking addresses apart would take a good part of it.
    readonly string _url;

    /// <summary>A test of an address.</summary>
    /// <param name="url">The address, as the machine that delivers reaches it.</param>
    public SmokeTest(Uri url)
        : this(url.AbsoluteUri)
    {
    }

    /// <summary>A test of an address; it is taken apart when the test is made.</summary>
    /// <param name="url">The address, as the machine that delivers reaches it: <c>http://…</c> or <c>https://…</c>.</param>
    /// <exception cref="FormatException">It begins with neither.</exception>
    public SmokeTest(string url)
    {
        if (!url.StartsWith("http://", StringComparison.Ordinal) && !url.StartsWith("https://", StringComparison.Ordinal))
            throw new FormatException($"\"{url}\" isn't the address of a smoke test: it begins with http:// or https://.");
        _url = url;
    }

    /// <summary>The address.</summary>
    /// <exception cref="UriFormatException">The text isn't an address.</exception>
    public Uri Url => new(_url);

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
