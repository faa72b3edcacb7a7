using System.Buffers;
using System.Text;

namespace Harvis.Engine.Secrets;

/// <summary>Everything that is as good as the secret itself: the value, what common encoders make of it, and its lines.</summary>
/// <remarks>
/// <para>Forms: plain, with LF and CRLF line ends, JSON and XML escapes, percent-encoding, shell quoting, hexadecimal, base64 at any
/// place of a longer base64 text, also wrapped at 64 or 76 columns, and base64 of base64 (a registry's password in a Kubernetes secret).</para>
/// <para>A secret of several lines is masked as a whole, and so is each line, in every form, if it has at least
/// <see cref="SecretMasker.MinLength"/> characters, three of them letters or digits, and isn't the frame of a PEM file.</para>
/// <para>A secret of one line that was broken into two, at whatever place, is found too.</para>
/// <para>White space around the secret doesn't belong to it: files end with a line break that programs drop.</para>
/// </remarks>
static class SecretForms
{
    static readonly SearchValues<char> PlainChars = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._");

    // The last one as logs are indented below their titles.
    static readonly string[] LineEnds = ["\n", "\r\n", "\n  "];

    /// <summary>All forms, each of at least <see cref="SecretMasker.MinLength"/> characters; none starts or ends with white space.</summary>
    public static IReadOnlySet<string> Of(string value)
    {
        var forms = new HashSet<string>(StringComparer.Ordinal);
        var trimmed = value.Trim();
        AddText(forms, trimmed);
        AddBroken(forms, trimmed);
        var unix = trimmed.ReplaceLineEndings("\n");
        if (!unix.Contains('\n', StringComparison.Ordinal)) return forms;
        AddText(forms, unix);
        AddText(forms, unix.ReplaceLineEndings("\r\n"));
        foreach (var line in unix.Split('\n').Select(line => line.Trim()).Where(IsTelling)) AddText(forms, line);
        return forms;
    }

    // Terminals and mail break long lines wherever they are full.
    static void AddBroken(HashSet<string> forms, string text)
    {
        for (var place = 1; place < text.Length; place++)
        {
            foreach (var lineEnd in LineEnds) forms.Add($"{text[..place]}{lineEnd}{text[place..]}");
        }
    }

    static void AddText(HashSet<string> forms, string text)
    {
        forms.Add(text);
        forms.UnionWith(JsonForms.Of(text));
        forms.UnionWith(UrlForms.Of(text));
        if (!IsPlain(text))
        {
            forms.UnionWith(XmlForms.Of(text));
            forms.UnionWith(ShellForms.Of(text));
        }

        var bytes = Encoding.UTF8.GetBytes(text);
        forms.Add(Convert.ToHexString(bytes));
        forms.Add(Convert.ToHexStringLower(bytes));
        forms.UnionWith(Base64Forms.Of(bytes));
    }

    // No encoder has to change anything: most tokens.
    static bool IsPlain(string text) => !text.AsSpan().ContainsAnyExcept(PlainChars);

    static bool IsTelling(string line) =>
        line.Length >= SecretMasker.MinLength
        && line.Count(char.IsLetterOrDigit) >= SecretMasker.MinLength - 1
        && !line.StartsWith("-----BEGIN ", StringComparison.Ordinal)
        && !line.StartsWith("-----END ", StringComparison.Ordinal);
}
