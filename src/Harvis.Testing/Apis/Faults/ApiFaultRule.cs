namespace Harvis.Testing.Apis.Faults;

/// <summary>Which requests a fault hits; the first rule that fits and isn't used up is used.</summary>
/// <param name="Fault">What goes wrong.</param>
sealed record ApiFaultRule(ApiFault Fault)
{
    int _left;

    public HttpMethod? Method { get; init; }

    public string PathPart { get; init; } = "";

    public required int Times
    {
        init => _left = value;
    }

    /// <summary>Whether it hits this request; a hit is used up.</summary>
    public bool Hits(string method, string path)
    {
        if (_left <= 0 || (Method is not null && Method.Method != method) || !path.Contains(PathPart, StringComparison.Ordinal)) return false;
        _left--;
        return true;
    }
}
