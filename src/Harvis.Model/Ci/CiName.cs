using System.Text;

namespace Harvis.Model.Ci;

/// <summary>Names of nodes as every CI system takes them: for ids of jobs, outputs and files.</summary>
public static class CiName
{
    /// <summary>
    /// The name with each character but letters, digits, '-' and '_' written as <c>_</c> and four hexadecimal digits for what is no ':' or ' ';
    /// <c>:</c> becomes <c>--</c>, a space <c>-</c>. It starts with a letter or '_'.
    /// </summary>
    /// <remarks>GitHub: https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_id.</remarks>
    public static string Of(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        foreach (var c in name)
        {
            if (char.IsAsciiLetterOrDigit(c) || c is '-' or '_') text.Append(c);
            else if (c == Targets.TargetNode.ItemSeparator) text.Append("--");
            else if (c == ' ') text.Append('-');
            else text.Append(System.Globalization.CultureInfo.InvariantCulture, $"_{(int)c:x4}");
        }

        if (text.Length == 0 || !(char.IsAsciiLetter(text[0]) || text[0] == '_')) text.Insert(0, '_');
        return text.ToString();
    }
}
