using System.Text;

namespace Harvis.Engine.Parameters;

/// <summary>
/// Reads the parameters file as most repositories have it: one object of plain texts. Whatever else is in it (escapes, numbers, lists,
/// comments, mistakes) is for the JSON reader, whose vectorized search the runtime compiles at each start: it costs more than all the rest of reading.
/// </summary>
static class PlainParameters
{
    /// <summary>Its names and texts in order, or null where it isn't that plain.</summary>
    public static List<PlainParameter>? Read(byte[] json)
    {
        var values = new List<PlainParameter>();
        var at = 0;
        if (!Take(json, ref at, '{')) return null;
        if (Take(json, ref at, '}')) return IsEnd(json, at) ? values : null;
        do
        {
            if (Text(json, ref at) is not { } name || !Take(json, ref at, ':') || Text(json, ref at) is not { } value) return null;
            values.Add(new PlainParameter(name, value));
        }
        while (Take(json, ref at, ','));
        return Take(json, ref at, '}') && IsEnd(json, at) ? values : null;
    }

    static string? Text(byte[] json, ref int at)
    {
        if (!Take(json, ref at, '"')) return null;
        var start = at;
        for (; at < json.Length && json[at] != '"'; at++)
        {
            if (json[at] is (byte)'\\' or < (byte)' ' or > (byte)'~') return null;
        }

        return at < json.Length ? Encoding.ASCII.GetString(json, start, at++ - start) : null;
    }

    static bool Take(byte[] json, ref int at, char expected)
    {
        SkipSpace(json, ref at);
        if (at >= json.Length || json[at] != expected) return false;
        at++;
        return true;
    }

    static bool IsEnd(byte[] json, int at)
    {
        SkipSpace(json, ref at);
        return at == json.Length;
    }

    static void SkipSpace(byte[] json, ref int at)
    {
        while (at < json.Length && json[at] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n') at++;
    }
}
