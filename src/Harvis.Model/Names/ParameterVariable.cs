using System.Text;

namespace Harvis.Model.Names;

/// <summary>The environment variables of parameters and secrets.</summary>
public static class ParameterVariable
{
    /// <summary>What they start with; nothing else is read from the environment unasked.</summary>
    public const string Prefix = "HARVIS_";

    /// <summary><c>HARVIS_GIT_LAB_TOKEN</c> of <c>GitLabToken</c>.</summary>
    public static string Of(string parameter) => Prefix + Words(parameter, '_').ToUpperInvariant();

    /// <summary>The name's words, which capital letters start, with a separator between them.</summary>
    public static string Words(string name, char separator)
    {
        var text = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            var startsWord = i > 0 && char.IsUpper(name[i]) && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (startsWord && name[i - 1] is not ('_' or '-')) text.Append(separator);
            text.Append(name[i] is '_' or '-' ? separator : name[i]);
        }

        return text.ToString();
    }
}
