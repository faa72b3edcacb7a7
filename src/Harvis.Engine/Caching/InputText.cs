using System.Collections;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Harvis.Model.Names;
using Harvis.Model.Secrets;

namespace Harvis.Engine.Caching;

/// <summary>Writes down a value that a node's result follows from: different values give different texts, a secret only its digest.</summary>
static class InputText
{
    public static string Of(object? value) => value switch
    {
        null => "-",
        string text => Measured(text),
        Secret secret => "#" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret.Reveal()))),
        INamed named => Measured(named.Name),
        IEnumerable items => List(items),
        IFormattable formattable => Measured(formattable.ToString(null, CultureInfo.InvariantCulture)),
        _ => Measured(value.ToString() ?? ""),
    };

    static string List(IEnumerable items) => $"[{string.Concat(items.Cast<object?>().Select(Of))}]";

    // Length first: a text can't pass for two, or for the end of a list.
    static string Measured(string text) => string.Create(CultureInfo.InvariantCulture, $"{text.Length}:{text};");
}
