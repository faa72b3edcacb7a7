using Harvis.Model.Names;

namespace Harvis.Engine.Parameters;

/// <summary>The forms of a parameter's name.</summary>
static class ParameterName
{
    /// <summary>What environment variables of parameters start with; nothing else is read from the environment unasked.</summary>
    public const string VariablePrefix = ParameterVariable.Prefix;

    /// <summary><c>git-lab-token</c> of <c>GitLabToken</c>.</summary>
    public static string Kebab(string name) => ParameterVariable.Words(name, '-').ToLowerInvariant();

    /// <summary><c>HARVIS_GIT_LAB_TOKEN</c> of <c>GitLabToken</c>.</summary>
    public static string Variable(string name) => ParameterVariable.Of(name);

    /// <summary>Whether two names are the same but for case, dashes and underscores.</summary>
    public static bool Same(string left, string right) => string.Equals(Plain(left), Plain(right), StringComparison.OrdinalIgnoreCase);

    static string Plain(string name) => name.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal);
}
