using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Harvis.Engine.Parameters;
using Harvis.Model.Names;
using Harvis.Model.Secrets;

namespace Harvis.Engine.Commands;

/// <summary>Writes down what every parameter is, for the keys of nodes. Secrets go in as digests, which never leave the process but as part of a further digest.</summary>
static class RunValues
{
    public static string Of(object build, IReadOnlyList<ParameterDeclaration> parameters)
    {
        var text = new StringBuilder();
        foreach (var parameter in parameters)
            text.Append(CultureInfo.InvariantCulture, $"{parameter.Name}={Show(parameter.Get(build))}\n");
        return text.ToString();
    }

    static string Show(object? value) => value switch
    {
        null => "",
        string text => text.ReplaceLineEndings("\\n"),
        Secret secret => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret.Reveal()))),
        INamed named => named.Name,
        System.Collections.IEnumerable items => string.Join(',', items.Cast<object?>().Select(Show)),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
