using System.Text;

namespace Harvis.Containers.Registries.Authentication;

/// <summary>Reads the words of a WWW-Authenticate header, in which commas separate both challenges and parameters, and are plain text within quotes.</summary>
internal ref struct ChallengeReader(ReadOnlySpan<char> text)
{
    readonly ReadOnlySpan<char> _text = text;
    int _at;

    /// <summary>Reads a scheme: a token that no '=' follows.</summary>
    public bool TryReadScheme(out string scheme)
    {
        SkipSeparators();
        scheme = ReadToken();
        if (scheme.Length > 0) SkipToken68();
        return scheme.Length > 0;
    }

    /// <summary>Reads <c>name=value</c> or <c>name="value"</c>; where a scheme follows instead, nothing is read.</summary>
    public bool TryReadParameter(out string name, out string value)
    {
        SkipSeparators();
        var start = _at;
        (name, value) = (ReadToken(), "");
        SkipSpaces();
        if (name.Length == 0 || !Accept('='))
        {
            _at = start;
            return false;
        }

        SkipSpaces();
        value = _at < _text.Length && _text[_at] == '"' ? ReadQuoted() : ReadToken();
        return true;
    }

    string ReadToken()
    {
        var start = _at;
        while (_at < _text.Length && IsTokenChar(_text[_at])) _at++;
        return _text[start.._at].ToString();
    }

    string ReadQuoted()
    {
        var value = new StringBuilder();
        for (_at++; _at < _text.Length && _text[_at] != '"'; _at++)
        {
            if (_text[_at] == '\\' && _at + 1 < _text.Length) _at++;
            value.Append(_text[_at]);
        }

        Accept('"');
        return value.ToString();
    }

    // "Negotiate YII…==": data in place of parameters. It is no token and '=', since only '=' or the end follows.
    void SkipToken68()
    {
        var start = _at;
        SkipSpaces();
        while (_at < _text.Length && (IsTokenChar(_text[_at]) || _text[_at] == '/')) _at++;
        while (_at < _text.Length && _text[_at] == '=') _at++;
        var end = _at;
        SkipSpaces();
        var isWhole = end > start && (_at == _text.Length || _text[_at] == ',');
        if (!isWhole) _at = start;
    }

    void SkipSeparators()
    {
        while (_at < _text.Length && _text[_at] is ' ' or '\t' or ',') _at++;
    }

    void SkipSpaces()
    {
        while (_at < _text.Length && _text[_at] is ' ' or '\t') _at++;
    }

    bool Accept(char expected)
    {
        if (_at >= _text.Length || _text[_at] != expected) return false;
        _at++;
        return true;
    }

    static bool IsTokenChar(char c) => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c, StringComparison.Ordinal);
}
