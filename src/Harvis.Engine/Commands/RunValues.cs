using System.Globalization;
using System.Text;
using Harvis.Engine.Caching;
using Harvis.Engine.Parameters;

namespace Harvis.Engine.Commands;

/// <summary>Writes down what every parameter is, for the keys of nodes. Secrets go in as digests, which never leave the process but as part of a further digest.</summary>
static class RunValues
{
    public static string Of(object build, IReadOnlyList<ParameterDeclaration> parameters)
    {
        var text = new StringBuilder();
        foreach (var parameter in parameters)
            text.Append(CultureInfo.InvariantCulture, $"{parameter.Name}={InputText.Of(parameter.Get(build))}\n");
        return text.ToString();
    }
}
