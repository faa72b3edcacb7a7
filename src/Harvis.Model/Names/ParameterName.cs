using System.Text;

namespace Harvis.Model.Names;

/// <summary>The forms of a parameter's name.</summary>
public static class ParameterName
{
    /// <summary>What environment variables of parameters start with; nothing else is read from the environment unasked.</summary>
    public const string VariablePrefix = "HARVIS_";

    /// <summary><c>git-lab-token</c> of <c>GitLabToken</c>.</summary>
    public static string Kebab(string name) => Words(name, '-').ToLowerInvariant();

    /// <summary><c>HARVIS_GIT_LAB_TOKEN</c> of <c>GitLabToken</c>.</summary>
    public static string Variable(string name) => VariablePrefix + Words(name, '_').ToUpperInvariant();

    /// <summary>Whether two names are the same but for case, dashes and underscores.</summary>
    public static bool Same(string left, string right) => string.Equals(Plain(left), Plain(right), StringComparison.OrdinalIgnoreCase);

    static string Plain(string name) => name.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal);

    static string Words(string name, char separator)
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
