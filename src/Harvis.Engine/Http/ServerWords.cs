namespace Harvis.Engine.Http;

/// <summary>A server's own words, as they may stand in messages and logs: no control characters, and not at any length.</summary>
public static class ServerWords
{
    const int MaxChars = 200;

    /// <summary>The words on one line, cut after 200 characters; null where nothing is left.</summary>
    public static string? Printable(string text)
    {
        var clean = new string([.. text.Select(c => char.IsControl(c) ? ' ' : c)]).Trim();
        return clean.Length switch
        {
            0 => null,
            > MaxChars => $"{clean.AsSpan(0, MaxChars)}…",
            _ => clean,
        };
    }
}
